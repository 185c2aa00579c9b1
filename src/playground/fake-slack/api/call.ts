import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerOf, parseJson, readBody } from '../server-parts.ts';
import type { ApiCall, Json } from '../types.ts';
import { isObject } from '../validate/faults.ts';
import { nextFault, now, type World } from '../world.ts';
import { CHAT, unfurlsOf } from './chat.ts';
import { CONVERSATIONS } from './conversations.ts';
import { ApiError, type Args, type Method } from './method.ts';
import { PEOPLE } from './people.ts';
import { VIEWS } from './views.ts';

const METHODS: Record<string, Method> = { ...CHAT, ...CONVERSATIONS, ...VIEWS, ...PEOPLE };

/** Arguments that are JSON text in a form, and the error when they are not. */
const JSON_ARGS: Record<string, string> = {
  blocks: 'invalid_blocks_format',
  attachments: 'invalid_attachments',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
};

/** Answers `POST /api/<method>`. */
export async function serveApi(world: World, request: IncomingMessage, response: ServerResponse, name: string) {
  const body = await readBody(request);
  if (body === undefined) return void response.writeHead(413).end();
  const call: ApiCall = { at: now(world), method: name, args: {}, ok: false };
  world.log.push(call);

  const fault = nextFault(world, name);
  let answer: Args;
  try {
    const { token = bearerOf(request), ...args } = readArgs(request, body);
    call.args = args;
    if (fault?.kind === 'rate-limit') throw new ApiError('ratelimited', { retryAfter: fault.seconds });
    if (fault?.kind === 'http') {
      call.error = `http_${fault.status}`;
      return void response.writeHead(fault.status).end();
    }
    if (fault?.kind === 'error') throw new ApiError(fault.error);
    answer = { ok: true, ...perform(world, name, token, args, call) };
    call.ok = true;
    if (typeof answer.ts === 'string') call.ts = answer.ts;
    else if (typeof answer.message_ts === 'string') call.ts = answer.message_ts;
  } catch (error) {
    if (!(error instanceof ApiError)) {
      Object.assign(call, { error: 'internal_error', warnings: [String(error)] });
      throw error;
    }
    const { retryAfter, ...more } = error.more;
    call.error = error.code;
    answer = { ok: false, error: error.code, ...more };
    if (retryAfter !== undefined) {
      response.writeHead(429, { 'retry-after': String(retryAfter), 'content-type': 'application/json' });
      return void response.end(JSON.stringify(answer));
    }
    const messages = isObject(more.response_metadata) ? more.response_metadata.messages : undefined;
    if (Array.isArray(messages)) call.warnings = [...(call.warnings ?? []), ...messages.map(String)];
  }
  // The deed is done and logged; only the answer is lost.
  if (fault?.kind === 'drop') return void request.socket.destroy();
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': world.options.scopes.join(','),
  });
  response.end(JSON.stringify(answer));
}

function perform(world: World, name: string, token: Json | undefined, args: Args, call: ApiCall): Args {
  const { options } = world;
  const method = METHODS[name];
  if (!method) throw new ApiError('unknown_method', { req_method: name });
  if (token === undefined || token === '') throw new ApiError('not_authed');
  const expected = method.token === 'app' ? options.appToken : options.botToken;
  if (token !== expected) {
    const known = token === options.botToken || token === options.appToken;
    throw new ApiError(known ? 'not_allowed_token_type' : 'invalid_auth');
  }
  if (world.uninstalled) throw new ApiError('account_inactive');
  const needed = typeof method.scopes === 'function' ? method.scopes(world, args) : (method.scopes ?? []);
  const missing = needed.filter((scope) => !options.scopes.includes(scope));
  if (missing.length > 0) {
    throw new ApiError('missing_scope', { needed: missing.join(','), provided: options.scopes.join(',') });
  }
  const unknown = Object.keys(args).filter((key) => !method.args.includes(key));
  if (unknown.length > 0) call.warnings = unknown.map((key) => `superfluous argument: ${key}`);
  if (name === 'chat.postMessage' || name === 'chat.update') {
    const unfurls = unfurlsOf(args);
    if (unfurls.length > 0) call.unfurls = unfurls;
  }
  return method.run(world, args);
}

/** Arguments from a form or from JSON; those that are JSON by nature are parsed in both. */
function readArgs(request: IncomingMessage, body: string): Args {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/json')) {
    const parsed = parseJson(body);
    if (!isObject(parsed)) throw new ApiError('json_not_object');
    return parsed;
  }
  if (body !== '' && !type.startsWith('application/x-www-form-urlencoded')) throw new ApiError('invalid_post_type');
  const args: Args = {};
  for (const [key, value] of new URLSearchParams(body)) {
    const error = JSON_ARGS[key];
    if (error === undefined) {
      args[key] = value;
      continue;
    }
    const parsed = parseJson(value);
    if (parsed === undefined) throw new ApiError(error);
    args[key] = parsed;
  }
  return args;
}
