import { setTimeout as sleep } from 'node:timers/promises';
import { manifestFor } from '../../manifest/manifest.ts';
import { readConfig } from '../../src/config.ts';
import { openFakeSlack } from '../../src/playground/fake-slack/open.ts';
import type { FakePost, FakeSlack, FakeSlackOptions } from '../../src/playground/fake-slack/types.ts';
import { startBot } from '../../src/slack/bot.ts';

export const REPORTS = 'C0REPORTS';
export const SECURITY = 'C0SECURITY';
export const WARD = 'C0WARD';
export const BOT = { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'lurecheck' };
export const SECRETS = { signingSecret: 'test0signing0secret', botToken: 'xoxb-test', appToken: 'xapp-test' };

/** Two nurses, a purchaser who is in no security channel, and two analysts. */
export const AISHA = 'U0AISHA';
export const JONAS = 'U0JONAS';
export const PRIYA = 'U0PRIYA';
export const OMAR = 'U0OMAR';

export type Mode = 'http' | 'socket';

/** The fake Slack with the scopes, events and commands of our own manifest. */
export function openTestSlack(options: Partial<FakeSlackOptions> = {}): Promise<FakeSlack> {
  const manifest = manifestFor('dev');
  const person = (id: string, name: string, role: 'staff' | 'analyst') => ({
    id,
    name,
    realName: name,
    role,
    locale: 'en-GB',
  });
  return openFakeSlack({
    ...SECRETS,
    team: { id: 'T0TEST', name: 'Riverside Hospital', domain: 'riverside' },
    bot: BOT,
    scopes: manifest.oauth_config?.scopes?.bot ?? [],
    events: manifest.settings?.event_subscriptions?.bot_events ?? [],
    commands: (manifest.features?.slash_commands ?? []).map(({ command }) => command),
    users: [
      person(AISHA, 'aisha', 'staff'),
      person(JONAS, 'jonas', 'staff'),
      person(PRIYA, 'priya', 'analyst'),
      person(OMAR, 'omar', 'analyst'),
    ],
    channels: [
      { id: REPORTS, name: 'report-phishing', kind: 'public', members: [AISHA, JONAS, PRIYA, OMAR, BOT.userId] },
      { id: WARD, name: 'ward-7', kind: 'public', members: [AISHA, JONAS] },
      { id: SECURITY, name: 'security', kind: 'private', members: [PRIYA, OMAR, BOT.userId] },
    ],
    retryDelaysMs: [50, 300, 600],
    ...options,
  });
}

/** The environment of a bot against this fake. */
export function environment(slack: FakeSlack, mode: Mode, more: Record<string, string> = {}): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: SECRETS.botToken,
    ...(mode === 'socket' ? { SLACK_APP_TOKEN: SECRETS.appToken } : { SLACK_SIGNING_SECRET: SECRETS.signingSecret }),
    SLACK_API_URL: slack.apiUrl,
    REPORT_CHANNELS: REPORTS,
    SECURITY_CHANNEL: SECURITY,
    ORG_DOMAINS: 'hospital.example',
    ORG_NAMES: 'Riverside Hospital',
    TRUSTED_AUTHSERV_IDS: 'mx.hospital.example',
    STATE_URL: 'sqlite::memory:',
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...more,
  };
}

export interface Workspace {
  slack: FakeSlack;
  stop(): Promise<void>;
}

/** The real bot, connected to a fake Slack in the way that the mode says. `start` is handed to `startBot`. */
export async function openWorkspace(
  mode: Mode,
  more: Record<string, string> = {},
  options: Partial<FakeSlackOptions> = {},
  start: Parameters<typeof startBot>[1] = {},
): Promise<Workspace> {
  const slack = await openTestSlack(options);
  const bot = await startBot(readConfig(environment(slack, mode, more)), start);
  if (mode === 'http') slack.setRequestUrl(`http://127.0.0.1:${bot.port}/slack/events`);
  return {
    slack,
    async stop() {
      await bot.stop();
      await slack.close();
    },
  };
}

/** Waits until `look` returns something, and returns it. */
export async function until<T>(
  look: () => T | undefined | false | null,
  what: string,
  patienceMs = 10_000,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const found = look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`never saw ${what}`);
    await sleep(10);
  }
}

/** Everything that a person would read in a post, as one text. */
export function words(post: Pick<FakePost, 'blocks' | 'text'>): string {
  return JSON.stringify([post.text, post.blocks]);
}

export function botPosts(slack: FakeSlack, channel: string): FakePost[] {
  return slack.posts(channel).filter((post) => post.user === BOT.userId);
}

/** The bot's finished answer in the thread of a post: the first of its posts there, once it carries a verdict. */
export function answerTo(slack: FakeSlack, post: FakePost): Promise<FakePost> {
  return until(
    () => botPosts(slack, post.channel).find((reply) => reply.threadTs === post.ts && RISKS.test(words(reply))),
    `an answer to ${post.ts}`,
  );
}

export const RISKS = /High risk|Suspicious|No known signs found|Could not check/;

/** The card of the only case in the security channel that matches. */
export function cardWith(slack: FakeSlack, pattern: RegExp): Promise<FakePost> {
  return until(
    () => botPosts(slack, SECURITY).find((post) => !post.threadTs && pattern.test(words(post))),
    `a card with ${pattern}`,
  );
}
