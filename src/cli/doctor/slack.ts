import { z } from 'zod';
import { type Config, connectionOf } from '../../config.ts';
import { type Diagnosis, fail, ok, warn } from './diagnosis.ts';
import { type CallSlack, openSlackApi, type SlackAnswer } from './slack-api.ts';

/** Slack refuses, and we refuse, what was signed more than five minutes ago. */
const CLOCK_S = 120;

/** Tokens, scopes, channels and reviewers. Stops at a bot token that Slack does not take: the rest would only repeat it. */
export async function* examineSlack(
  config: Config,
  wanted: string[],
  call: CallSlack = openSlackApi(config.SLACK_API_URL),
): AsyncGenerator<Diagnosis> {
  const connection = connectionOf(config);
  if (connection.mode === 'none') {
    yield warn('Slack', 'no tokens are set: npm start opens the local workspace', 'set SLACK_BOT_TOKEN (README).');
    return;
  }
  const { botToken } = connection;
  const who = await call('auth.test', botToken);
  yield* bot(who, wanted);
  if (connection.mode === 'socket') yield appToken(await call('apps.connections.open', connection.appToken));
  else yield signingSecret(connection.signingSecret);
  if (!who.ok) return;
  yield* channels(config, (method, args) => call(method, botToken, args));
  yield* reviewers(config, (method, args) => call(method, botToken, args));
}

const identity = z.object({ team: z.string(), user: z.string(), bot_id: z.string().optional() });

function* bot(answer: SlackAnswer, wanted: string[]): Generator<Diagnosis> {
  const what = 'SLACK_BOT_TOKEN';
  if (!answer.reached) {
    yield fail(
      what,
      `Slack cannot be reached: ${answer.error}`,
      'this machine needs to get out to slack.com by https.',
    );
    return;
  }
  if (!answer.ok) {
    const mend = 'copy the Bot User OAuth Token again from the app’s page "OAuth & Permissions".';
    yield fail(what, `Slack does not accept it (${answer.error})`, mend);
    return;
  }
  const me = identity.safeParse(answer.body).data;
  if (!me?.bot_id) {
    yield fail(what, 'it belongs to a person, not to a bot', 'use the Bot User OAuth Token, which begins with xoxb-.');
    return;
  }
  yield ok(what, `it is ${me.user} in the workspace ${me.team}`);
  yield* scopes(answer.scopes, wanted);
  const skew = answer.date ? Math.round((Date.now() - answer.date.getTime()) / 1000) : 0;
  if (Math.abs(skew) > CLOCK_S) {
    const mend = 'set the clock: Slack’s requests are refused when it is five minutes off.';
    yield fail('clock', `it differs from Slack’s by ${Math.abs(skew)} seconds`, mend);
  }
}

function* scopes(given: string[] | undefined, wanted: string[]): Generator<Diagnosis> {
  if (!given) {
    yield warn('scopes', 'Slack did not say what the token may do');
    return;
  }
  const missing = wanted.filter((scope) => !given.includes(scope));
  const more = given.filter((scope) => scope !== '' && !wanted.includes(scope));
  if (missing.length > 0) {
    const mend = 'add them under OAuth & Permissions (manifest/scopes.md says what each is for), and install again.';
    yield fail('scopes', `missing: ${missing.join(', ')}`, mend);
  } else {
    yield ok('scopes', `all ${wanted.length} of the manifest are granted`);
  }
  if (more.length > 0) {
    yield warn(
      'scopes',
      `more than the manifest asks for: ${more.join(', ')}`,
      'take them away: the bot never uses them.',
    );
  }
}

function appToken({ ok: accepted, error, reached }: SlackAnswer): Diagnosis {
  const what = 'SLACK_APP_TOKEN';
  if (accepted) return ok(what, 'Slack opens a socket for it');
  if (!reached) return fail(what, `Slack cannot be reached: ${error}`, 'this machine needs to get out to slack.com.');
  const mend =
    error === 'missing_scope'
      ? 'give it connections:write under Basic Information → App-Level Tokens.'
      : 'switch Socket Mode on, and copy the token again from Basic Information → App-Level Tokens.';
  return fail(what, `Slack opens no socket for it (${error})`, mend);
}

/** No call tells whether it is the right one: Slack signs with it, and never takes it back. */
function signingSecret(secret: string): Diagnosis {
  const what = 'SLACK_SIGNING_SECRET';
  const mend = 'copy it again from Basic Information: 32 digits and letters from a to f.';
  if (!/^[0-9a-f]{32}$/.test(secret)) return warn(what, 'it does not look like a signing secret of Slack’s', mend);
  return ok(what, 'it has the right form; whether it is the right one shows when Slack first calls');
}

type Call = (method: string, args: Record<string, string>) => Promise<SlackAnswer>;

async function* channels(config: Config, call: Call): AsyncGenerator<Diagnosis> {
  if (config.REPORT_CHANNELS.length === 0) {
    const mend = 'name a channel, if staff shall report by forwarding and dropping files into one.';
    yield warn('REPORT_CHANNELS', 'empty: reports come by direct message, mention, shortcut and /checklink only', mend);
  }
  for (const id of config.REPORT_CHANNELS) yield* channel('REPORT_CHANNELS', id, call, false);
  if (config.SECURITY_CHANNEL) yield* channel('SECURITY_CHANNEL', config.SECURITY_CHANNEL, call, true);
}

const channelShape = z.object({
  channel: z.object({
    name: z.string().default(''),
    is_member: z.boolean().default(false),
    is_archived: z.boolean().default(false),
    is_private: z.boolean().default(false),
    is_ext_shared: z.boolean().default(false),
  }),
});

async function* channel(variable: string, id: string, call: Call, isSecurity: boolean): AsyncGenerator<Diagnosis> {
  const what = `${variable} ${id}`;
  const answer = await call('conversations.info', { channel: id });
  const found = channelShape.safeParse(answer.body).data?.channel;
  if (!answer.ok || !found) {
    const mend =
      answer.error === 'channel_not_found'
        ? 'check the id (channel name → About). A private channel is seen only after /invite @lurecheck in it.'
        : 'see the lines above, and try again.';
    yield fail(what, `it cannot be seen (${answer.error || 'an unknown answer'})`, mend);
    return;
  }
  if (found.is_archived) yield fail(what, `#${found.name} is archived`, 'unarchive it, or name another channel.');
  else if (!found.is_member) yield fail(what, `the bot is not in #${found.name}`, 'write /invite @lurecheck in it.');
  else yield ok(what, `the bot is in #${found.name}`);
  if (isSecurity && (!found.is_private || found.is_ext_shared)) {
    const whom = found.is_private
      ? 'people of another organisation are in it'
      : 'everybody in the workspace can read it';
    yield warn(what, `${whom}, and cards hold content of private reports`, 'use a private channel of your own.');
  }
}

const members = z.object({ members: z.array(z.string()) });
const users = z.object({ users: z.array(z.string()) });

async function* reviewers(config: Config, call: Call): AsyncGenerator<Diagnosis> {
  const groups = config.REVIEWERS.filter((id) => id.startsWith('S'));
  for (const usergroup of groups) {
    const what = `REVIEWERS ${usergroup}`;
    const answer = await call('usergroups.users.list', { usergroup });
    const found = users.safeParse(answer.body).data?.users;
    if (!answer.ok || !found) {
      yield fail(what, `the user group cannot be read (${answer.error})`, 'check the id of the group.');
    } else if (found.length === 0) yield warn(what, 'nobody is in this user group', 'add somebody who may decide.');
    else yield ok(what, `${found.length} may decide`);
  }
  if (config.REVIEWERS.length > 0 || !config.SECURITY_CHANNEL) return;
  const answer = await call('conversations.members', { channel: config.SECURITY_CHANNEL, limit: '200' });
  const people = (members.safeParse(answer.body).data?.members.length ?? 0) - 1;
  if (!answer.ok) return;
  if (people < 1) yield fail('REVIEWERS', 'nobody but the bot is in the security channel', 'invite who shall decide.');
  else yield ok('REVIEWERS', `the members of the security channel may decide: ${people}`);
}
