import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { manifestFor } from '../../manifest/manifest.ts';
import { openFakeSlack } from '../../src/playground/fake-slack/open.ts';
import type { FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { percentile, report } from './figures.ts';
import { mails } from './mails.ts';

const REPORTS = 'C0REPORTS';
const SECURITY = 'C0SECURITY';
const NURSE = 'U0NURSE';
const ANALYST = 'U0ANALYST';
const BOT = { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'lurecheck' };
const SECRETS = { signingSecret: 'bench0signing0secret', botToken: 'xoxb-bench', appToken: 'xapp-bench' };

/** Reports one after the other, and reports that all come at once. */
const SINGLE = 40;
const AT_ONCE = 50;
const PATIENCE_MS = 60_000;

interface Timing {
  /** From the post to the bot's "Thanks, checking…" in its thread. */
  ack: number;
  /** From the post to the verdict in that place. */
  answer: number;
}

/**
 * How long a reporter waits: the bot as `npm start` runs it, in a process of its own, against the stand-in for Slack over
 * Socket Mode.
 */
export async function benchLatency(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'lurecheck-bench-'));
  const slack = await openSlack();
  const bot = await startBotProcess(slack, folder);
  try {
    const all = mails(10 + SINGLE + AT_ONCE);
    for (const bytes of all.splice(0, 10)) await timeReports(slack, [bytes]);
    const single: Timing[] = [];
    for (const bytes of all.splice(0, SINGLE)) single.push(...(await timeReports(slack, [bytes])));
    const burst = await timeReports(slack, all);
    const figures = (name: string, timings: Timing[]) => [
      {
        what: `${name}: acknowledged, 99th percentile`,
        ms: percentile(
          timings.map(({ ack }) => ack),
          0.99,
        ),
        ceiling: 1000,
      },
      {
        what: `${name}: answered, median`,
        ms: percentile(
          timings.map(({ answer }) => answer),
          0.5,
        ),
        ceiling: 2000,
      },
      {
        what: `${name}: answered, 95th percentile`,
        ms: percentile(
          timings.map(({ answer }) => answer),
          0.95,
        ),
        ceiling: 2000,
      },
    ];
    return report('Event → answer through the stand-in for Slack', [
      ...figures('1 report at a time', single),
      ...figures(`${AT_ONCE} reports at once`, burst),
    ]);
  } finally {
    await bot.stop();
    await slack.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Uploads the mails at the same moment and waits until each has its answer. */
async function timeReports(slack: FakeSlack, reported: Uint8Array[]): Promise<Timing[]> {
  const started = performance.now();
  const wall = Date.now();
  const posts = await Promise.all(
    reported.map((bytes) =>
      slack.say(NURSE, REPORTS, { files: [{ name: 'mail.eml', bytes, mimetype: 'message/rfc822' }] }),
    ),
  );
  const timings = new Map<string, Timing>();
  await new Promise<void>((resolve, reject) => {
    const look = (): void => {
      for (const { ts } of posts) {
        if (timings.has(ts)) continue;
        const ack = slack.log.find(
          (call) => call.ok && call.method === 'chat.postMessage' && call.args.thread_ts === ts,
        );
        const answer =
          ack && slack.log.find((call) => call.ok && call.method === 'chat.update' && call.args.ts === ack.ts);
        if (answer) timings.set(ts, { ack: ack.at - wall, answer: answer.at - wall });
      }
      if (timings.size === posts.length) {
        stop();
        clearInterval(clock);
        resolve();
      } else if (performance.now() - started > PATIENCE_MS) {
        stop();
        clearInterval(clock);
        reject(new Error(`${posts.length - timings.size} of ${posts.length} reports were not answered`));
      }
    };
    const stop = slack.onChange(look);
    const clock = setInterval(look, 1000);
    look();
  });
  return [...timings.values()];
}

async function startBotProcess(slack: FakeSlack, folder: string): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../src/main.ts', import.meta.url))], {
    // No .env of the developer's own gets in.
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: SECRETS.botToken,
      SLACK_APP_TOKEN: SECRETS.appToken,
      SLACK_API_URL: slack.apiUrl,
      REPORT_CHANNELS: REPORTS,
      SECURITY_CHANNEL: SECURITY,
      ORG_DOMAINS: 'hospital.example',
      STATE_URL: `sqlite:${join(folder, 'bench.db')}`,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = once(child, 'exit');
  while (slack.connections() === 0) {
    if (child.exitCode !== null) throw new Error('the bot did not start');
    await sleep(20);
  }
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function openSlack(): Promise<FakeSlack> {
  const { features, oauth_config, settings } = manifestFor('dev');
  return openFakeSlack({
    ...SECRETS,
    team: { id: 'T0BENCH', name: 'Bench', domain: 'bench' },
    bot: BOT,
    scopes: oauth_config?.scopes?.bot ?? [],
    events: settings?.event_subscriptions?.bot_events ?? [],
    commands: features?.slash_commands?.map(({ command }) => command) ?? [],
    users: [
      { id: NURSE, name: 'nurse', realName: 'Aisha Khan', role: 'staff', locale: 'en-GB' },
      { id: ANALYST, name: 'analyst', realName: 'Priya Nair', role: 'analyst', locale: 'en-GB' },
    ],
    channels: [
      { id: REPORTS, name: 'reports', kind: 'public', members: [NURSE, ANALYST, BOT.userId] },
      { id: SECURITY, name: 'security', kind: 'private', members: [ANALYST, BOT.userId] },
    ],
  });
}
