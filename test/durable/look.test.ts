import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { standIn } from '../helpers/service.ts';
import { AISHA, answerTo, cardWith, PRIYA, REPORTS, until } from '../helpers/workspace.ts';
import type { Child } from './child.ts';
import { quiet, stepsIn, withWard } from './ward.ts';

/** A press for a scan outlives the machine: it is told once, and nothing is submitted again whose receipt was kept. */
const UUID = '0e37e828-a9d9-45c0-ac50-1ca579b86c72';
const LIVES: { dies: string; submissions: number }[] = [
  { dies: 'before cases.append:look-asked', submissions: 1 },
  { dies: 'after cases.append:look-asked', submissions: 1 },
  // The service has it and the bot does not know: nothing but a second scan can bring the result.
  { dies: 'after v1/scan/', submissions: 2 },
  // In the middle of its transaction.
  { dies: 'after sql:insert-into-receipts', submissions: 2 },
  { dies: 'after receipts.add', submissions: 1 },
  { dies: 'after chat.postMessage:look-scan', submissions: 1 },
  { dies: 'after cases.append:looked', submissions: 1 },
];

it('a bot that is killed while an analyst waits for a scan', { timeout: 120_000 }, () =>
  withWard('http', async (ward) => {
    const { slack } = ward;
    const submitted: string[] = [];
    const service = await standIn(({ method, body }) => {
      if (method !== 'POST') return { json: { total: 0, results: [] } };
      submitted.push(JSON.parse(body).url);
      return { json: { uuid: UUID, visibility: 'private' } };
    });
    const load = (dies?: string): Child =>
      ward.load({
        LEASE_MS: '1000',
        URLSCAN_SUBMIT: 'press',
        URLSCAN_API_KEY: 'key-of-a-service',
        SERVICE_URLS: `urlscan=${service.url}`,
        ...(dies && { KILL_AT: dies }),
      });

    for (const [at, { dies, submissions }] of LIVES.entries()) {
      const url = `https://evil-scan-${at}.example/login/start`;
      const dying = load(dies);
      const heir = load();
      await dying.start();
      const post = await slack.say(AISHA, REPORTS, { text: url });
      const answer = await answerTo(slack, post);
      await slack.press(AISHA, answer, 'ask_security');
      const card = await cardWith(slack, new RegExp(`evil-scan-${at}`));
      await quiet(ward);
      await dying.arm();
      const { error } = await slack.press(PRIYA, card, 'scan_links');
      const ended = await Promise.race([dying.ended, sleep(20_000, undefined, { ref: false })]);
      expect(ended, dies).toEqual({ code: null, signal: 'SIGKILL' });

      await heir.start();
      await quiet(ward);
      // Whoever saw Slack's warning presses again, where nothing came of it.
      if (stepsIn(ward, card, /^look-scan-/).length === 0) {
        expect(error, dies).toBeTruthy();
        await slack.press(PRIYA, card, 'scan_links');
      }
      await until(() => stepsIn(ward, card, /^look-scan-/)[0], `the result after a death ${dies}`);
      await quiet(ward);
      expect(stepsIn(ward, card, /^look-scan-/), dies).toHaveLength(1);
      expect(
        submitted.filter((one) => one === url),
        dies,
      ).toHaveLength(submissions);
      heir.process.kill('SIGKILL');
      await heir.ended;
    }
  }),
);
