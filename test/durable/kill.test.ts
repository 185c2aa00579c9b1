import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { AISHA, type Mode, PRIYA, REPORTS } from '../helpers/workspace.ts';
import type { Child } from './child.ts';
import {
  answerOf,
  type Brought,
  bringReports,
  cardOf,
  expectEverythingOnce,
  openRuling,
  quiet,
  submitRuling,
  type Ward,
  withWard,
} from './ward.ts';

/**
 * The promise of this bot to a nurse: what she handed in is answered, once, whatever happens to the machine meanwhile.
 *
 * A life of the bot: it starts, heals what the last one left behind, gets new work, and dies by SIGKILL at a named step of
 * it (`bot-child.ts` says how they are named). The next life starts on what is left. Before the work of a step lies what
 * comes after the step before it, so most points are `after`: the deed is done and the bot does not know.
 */

/** What is done to the bot, in the life that dies of it. Returns what people do again when they saw it fail. */
type Deed = (ward: Ward, child: Child) => Promise<(() => Promise<unknown>) | undefined>;

interface Life {
  dies: string;
  doing: Deed;
}

const reports: Deed = async (ward, child) => {
  await child.arm();
  await bringReports(ward);
  return undefined;
};

/** Nothing new happens: it dies while it heals what the life before left behind. */
const healing: Deed = async () => undefined;

const reportsInTrouble: Deed = async (ward, child) => {
  await child.arm();
  ward.slack.fail('chat.update', { kind: 'http', status: 500 });
  await bringReports(ward);
  return undefined;
};

/** Brings a lure, waits until security has its card, and presses something. */
function pressing(press: (ward: Ward, lure: Brought) => Promise<() => Promise<{ error?: string }>>): Deed {
  return async (ward, child) => {
    const [lure] = (await bringReports(ward)) as [Brought];
    await quiet(ward);
    const now = await press(ward, lure);
    await child.arm();
    const { error } = await now();
    // Whoever saw Slack's warning presses again, where there is still something to press.
    return error ? () => now().catch(() => undefined) : undefined;
  };
}

const clicks = pressing(async (ward, lure) => {
  lure.owed.alerts = 1;
  return () => ward.slack.press(AISHA, answerOf(ward, lure), 'clicked');
});
const claims = pressing(async (ward, lure) => {
  const card = await cardOf(ward, lure);
  return () => ward.slack.press(PRIYA, card, 'claim');
});
const decides = pressing(async (ward, lure) => {
  for (const report of ward.reports.filter((one) => one.lure === lure.lure)) report.owed.told = 1;
  await openRuling(ward, await cardOf(ward, lure));
  return () => submitRuling(ward);
});
const asks: Deed = async (ward, child) => {
  const post = await ward.slack.say(AISHA, REPORTS, { text: `https://quiet-${ward.reports.length}.example/` });
  const brought: Brought = { post, owed: { told: 0, alerts: 0 } };
  ward.reports.push(brought);
  await quiet(ward);
  await child.arm();
  const { error } = await ward.slack.press(AISHA, answerOf(ward, brought), 'ask_security');
  return error ? () => ward.slack.press(AISHA, answerOf(ward, brought), 'ask_security').catch(() => {}) : undefined;
};

const WALKS: { part: string; mode: Mode; lives: Life[] }[] = [
  {
    part: 'between the post and its acknowledgement',
    mode: 'http',
    lives: [
      { dies: 'before reports.add', doing: reports },
      { dies: 'after sql:insert-into-report_keys', doing: reports },
      { dies: 'after reports.add', doing: reports },
      { dies: 'after jobs.claim', doing: reports },
      { dies: 'after chat.postMessage:answer', doing: reports },
      { dies: 'after conversations.replies', doing: healing },
      { dies: 'after reports.setSpot', doing: reports },
    ],
  },
  {
    part: 'between the download and the case',
    mode: 'socket',
    lives: [
      { dies: 'after reports.add', doing: reports },
      { dies: 'after download', doing: reports },
      { dies: 'after reports.putSpecimens', doing: reports },
      { dies: 'after sql:insert-into-case_keys', doing: reports },
      { dies: 'after cases.attach', doing: reports },
      { dies: 'after cases.assess', doing: reports },
      { dies: 'after jobs.enqueue', doing: reports },
    ],
  },
  {
    part: 'between the verdict and security',
    mode: 'http',
    lives: [
      { dies: 'after chat.update:answer', doing: reports },
      { dies: 'after cases.append:answered', doing: reports },
      { dies: 'after jobs.done', doing: reports },
      { dies: 'after jobs.fail', doing: reportsInTrouble },
      { dies: 'after chat.postMessage:card', doing: reports },
      { dies: 'after conversations.history', doing: healing },
      { dies: 'after cases.append:escalated', doing: reports },
    ],
  },
  {
    part: 'when somebody clicked, asks or claims',
    mode: 'socket',
    lives: [
      { dies: 'before cases.append:clicked', doing: clicks },
      { dies: 'after cases.append:clicked', doing: clicks },
      { dies: 'after chat.postMessage:alert', doing: clicks },
      { dies: 'after cases.append:alerted', doing: clicks },
      { dies: 'after cases.append:asked', doing: asks },
      { dies: 'after cases.append:claimed', doing: claims },
    ],
  },
  {
    part: 'between a decision and the reporters who hear it',
    mode: 'http',
    lives: [
      { dies: 'before cases.append:decided', doing: decides },
      { dies: 'after sql:insert-into-events', doing: decides },
      { dies: 'after cases.append:decided', doing: decides },
      { dies: 'after indicators.listFromCase', doing: decides },
      { dies: 'after chat.postMessage:told', doing: decides },
      { dies: 'after conversations.replies', doing: healing },
      { dies: 'after cases.append:told', doing: decides },
    ],
  },
];

const PATIENCE_MS = 30_000;
/** Short, so that what a dead bot had in hand is soon due again; still long enough for a busy machine. */
const LEASE = { LEASE_MS: '1000' };

/** A point that is never reached would prove nothing. */
async function expectKilled(child: Child, at: string): Promise<void> {
  const ended = await Promise.race([child.ended, sleep(PATIENCE_MS, undefined, { ref: false })]);
  expect(ended, `the bot that dies ${at}`).toEqual({ code: null, signal: 'SIGKILL' });
}

describe.concurrent('a bot that is killed', () => {
  it.each(WALKS)('$part loses no report and says nothing twice ($mode)', { timeout: 170_000 }, ({ mode, lives }) =>
    withWard(mode, async (ward) => {
      let again: Awaited<ReturnType<Deed>>;
      const load = (life?: Life): Child => ward.load({ ...LEASE, ...(life && { KILL_AT: life.dies }) });
      let next = load(lives[0]);
      for (const [at, { dies, doing }] of lives.entries()) {
        const child = next;
        if (doing === healing) await child.arm();
        await child.start();
        next = load(lives[at + 1]);
        if (doing !== healing) {
          await quiet(ward);
          await again?.();
          await quiet(ward);
          await expectEverythingOnce(ward);
          again = await doing(ward, child);
        }
        await expectKilled(child, dies);
      }
      await next.start();
      await quiet(ward);
      await again?.();
      await quiet(ward);
      await expectEverythingOnce(ward);
    }),
  );

  it('in the middle of a call, and again, with twenty reports in flight, answers each once', { timeout: 170_000 }, () =>
    withWard('http', async (ward) => {
      let child = ward.load(LEASE);
      await child.start();
      let spare = ward.load(LEASE);
      for (let round = 0; round < 5; round += 1) await bringReports(ward);
      for (let kills = 0; kills < 4; kills += 1) {
        const heard = ward.slack.log.length;
        const dying = child;
        // Called within the deed: Slack has the post or the edit, and the bot never gets the answer.
        const stop = ward.slack.onChange(() => {
          if (ward.slack.log.length >= heard + 15) dying.process.kill('SIGKILL');
        });
        await expectKilled(dying, 'in the middle of a call');
        stop();
        child = spare;
        await child.start();
        spare = ward.load(LEASE);
      }
      await quiet(ward);
      expect(ward.reports.length).toBeGreaterThanOrEqual(20);
      await expectEverythingOnce(ward);
    }),
  );
});
