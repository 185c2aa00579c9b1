import type { IncomingMessage, ServerResponse } from 'node:http';
import { contentOf, postForPerson, unfurlsOf } from './api/chat.ts';
import { ApiError, flag } from './api/method.ts';
import { changePost, deletePost } from './posts.ts';
import { parseJson, readBody } from './server-parts.ts';
import type { ApiCall } from './types.ts';
import { isObject, type JsonObject } from './validate/faults.ts';
import { nextFault, now, type ResponseUrl, type World } from './world.ts';

const LIFETIME_MS = 30 * 60_000;
const USES = 5;

/** Answers a post to a response_url. Unlike the Web API it speaks in status codes, and errors are plain text. */
export async function serveRespond(world: World, request: IncomingMessage, response: ServerResponse, path: string) {
  const args = parseJson((await readBody(request)) ?? '');
  const call: ApiCall = { at: now(world), method: 'response_url', args: isObject(args) ? args : {}, ok: false };
  world.log.push(call);
  const refuse = (status: number, error: string) => {
    call.error = error;
    response.writeHead(status, { 'content-type': 'text/plain' });
    response.end(error);
  };

  const fault = nextFault(world, 'response_url');
  if (fault?.kind === 'rate-limit') {
    call.error = 'ratelimited';
    return void response.writeHead(429, { 'retry-after': String(fault.seconds) }).end();
  }
  if (fault?.kind === 'http') return refuse(fault.status, `http_${fault.status}`);
  if (fault?.kind === 'error') return refuse(404, fault.error);

  const right = world.responseUrls.get(path.replace(/^\/respond\/[a-z]+\//, ''));
  if (!right || now(world) - right.issuedAt > LIFETIME_MS) return refuse(404, 'expired_url');
  if (right.uses >= USES) return refuse(404, 'used_url');
  if (!isObject(args)) return refuse(400, 'invalid_payload');
  right.uses += 1;
  try {
    answerPerson(world, args, right, call);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return refuse(error.code === 'invalid_blocks' ? 400 : 500, error.code);
  }
  if (fault?.kind === 'drop') return void request.socket.destroy();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"ok":true}');
}

/**
 * Does what a message for the person who acted says: replaces or deletes the post that they acted on, or posts a new one
 * (for them alone, unless `response_type` says `in_channel`). Throws an ApiError when Slack would refuse it.
 */
export function answerPerson(
  world: World,
  args: JsonObject,
  right: Omit<ResponseUrl, 'issuedAt' | 'uses'>,
  call: ApiCall,
): void {
  const { source } = right;
  if (source && flag(args.delete_original)) {
    deletePost(world, source);
  } else if (source && flag(args.replace_original)) {
    // A reply without blocks takes the old ones away here, where chat.update would keep them.
    changePost(world, source, { text: '', blocks: [], ...contentOf(args) });
  } else {
    const post = postForPerson(world, args, right.user, right.channel);
    call.ts = post.ts;
    const unfurls = post.ephemeralTo ? [] : unfurlsOf(args);
    if (unfurls.length > 0) call.unfurls = unfurls;
  }
  call.ok = true;
}
