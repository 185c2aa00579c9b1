import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { boltLogger, openLog } from '../../src/slack/log.ts';
import { warnOfClosedChannels } from '../../src/slack/setup.ts';
import { openClient } from '../../src/slack/web-client.ts';
import { environment, openTestSlack, REPORTS, SECRETS, WARD } from '../helpers/workspace.ts';

let slack: FakeSlack;
beforeEach(async () => {
  slack = await openTestSlack();
});
afterEach(() => slack.close());

async function warnings(more: Record<string, string>): Promise<string[]> {
  const lines: string[] = [];
  const log = openLog('info', { write: (line: string) => void lines.push(line) });
  const client = openClient(SECRETS.botToken, slack.apiUrl, boltLogger(openLog('silent')));
  await warnOfClosedChannels(client, readConfig(environment(slack, 'http', more)), log);
  return lines.map((line) => String((JSON.parse(line) as { channel: string }).channel));
}

it('names the channels that the bot was not invited to, and those that are not there', async () => {
  expect(await warnings({ REPORT_CHANNELS: `${REPORTS},${WARD},C0NOWHERE` })).toEqual([WARD, 'C0NOWHERE']);
});

it('has nothing to say of channels that are open', async () => {
  expect(await warnings({})).toEqual([]);
});
