import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../src/cli/doctor/diagnosis.ts';
import { examineSlack } from '../../../src/cli/doctor/slack.ts';
import { readConfig } from '../../../src/config.ts';
import type { FakeSlack, FakeSlackOptions } from '../../../src/playground/fake-slack/types.ts';
import { allOf } from '../../helpers/all-of.ts';
import { BOT, environment, type Mode, OMAR, openTestSlack, REPORTS, SECURITY, WARD } from '../../helpers/workspace.ts';

const SCOPES = ['chat:write', 'channels:read', 'groups:read', 'usergroups:read'];
let slack: FakeSlack | undefined;
afterEach(async () => {
  await slack?.close();
});

async function examine(
  more: Record<string, string> = {},
  { mode = 'socket', ...options }: Partial<FakeSlackOptions> & { mode?: Mode } = {},
): Promise<Diagnosis[]> {
  slack = await openTestSlack({ scopes: SCOPES, ...options });
  return allOf(examineSlack(readConfig(environment(slack, mode, more)), SCOPES));
}
const lines = (found: Diagnosis[], state: Diagnosis['state']): string[] =>
  found.filter((one) => one.state === state).map(({ what, says, mend }) => `${what}: ${says} — ${mend ?? ''}`);

describe('the doctor, on Slack', () => {
  it('finds nothing wrong where nothing is', async () => {
    const found = await examine();
    expect(lines(found, 'fail')).toEqual([]);
    expect(lines(found, 'warn')).toEqual([]);
    expect(found.map(({ what }) => what)).toEqual([
      'SLACK_BOT_TOKEN',
      'scopes',
      'SLACK_APP_TOKEN',
      `REPORT_CHANNELS ${REPORTS}`,
      `SECURITY_CHANNEL ${SECURITY}`,
      'REVIEWERS',
    ]);
  });

  it('only looks: it calls nothing that changes or says anything', async () => {
    await examine();
    expect(new Set(slack?.log.map(({ method }) => method))).toEqual(
      new Set(['auth.test', 'apps.connections.open', 'conversations.info', 'conversations.members']),
    );
  });

  it('stops at a bot token that Slack does not take, and still tries the other', async () => {
    const found = await examine({ SLACK_BOT_TOKEN: 'xoxb-secret-of-ours' });
    expect(lines(found, 'fail')).toEqual([expect.stringMatching(/^SLACK_BOT_TOKEN: .*invalid_auth.* — copy the Bot/)]);
    expect(lines(found, 'ok')).toEqual([expect.stringMatching(/^SLACK_APP_TOKEN/)]);
    expect(JSON.stringify(found)).not.toContain('secret-of-ours');
  });

  it('names the scopes that are missing, and those that are too many', async () => {
    const found = await examine({}, { scopes: ['chat:write', 'channels:read', 'groups:read', 'links:read'] });
    expect(lines(found, 'fail')).toContainEqual(expect.stringMatching(/^scopes: missing: usergroups:read — add them/));
    expect(lines(found, 'warn')).toContainEqual(expect.stringMatching(/links:read — take them away/));
  });

  it('says how to mend an app token that opens no socket', async () => {
    const found = await examine({ SLACK_APP_TOKEN: 'xapp-secret-of-ours' });
    expect(lines(found, 'fail')).toEqual([expect.stringMatching(/^SLACK_APP_TOKEN: .*invalid_auth.*Socket Mode on/)]);
    expect(JSON.stringify(found)).not.toContain('secret-of-ours');
  });

  it('cannot try a signing secret, and says so', async () => {
    const right = await examine({ SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' }, { mode: 'http' });
    expect(lines(right, 'ok')).toContainEqual(expect.stringMatching(/SIGNING_SECRET: .*shows when Slack first calls/));
    await slack?.close();
    expect(lines(await examine({}, { mode: 'http' }), 'warn')).toEqual([
      expect.stringMatching(/^SLACK_SIGNING_SECRET/),
    ]);
  });

  it('finds channels that are not there, not joined or archived', async () => {
    const found = await examine({ REPORT_CHANNELS: `${REPORTS},${WARD},C0NOWHERE` });
    expect(lines(found, 'fail')).toEqual([
      expect.stringMatching(/C0WARD: the bot is not in #ward-7 — write \/invite/),
      expect.stringMatching(/C0NOWHERE: it cannot be seen \(channel_not_found\) — check the id/),
    ]);
  });

  it('warns of a security channel that everybody can read', async () => {
    const found = await examine({ SECURITY_CHANNEL: REPORTS });
    expect(lines(found, 'warn')).toEqual([expect.stringMatching(/everybody in the workspace can read it/)]);
  });

  it('finds that nobody may decide', async () => {
    const channels = [{ id: SECURITY, name: 'security', kind: 'private' as const, members: [BOT.userId] }];
    const found = await examine({ REPORT_CHANNELS: '' }, { channels });
    expect(lines(found, 'fail')).toEqual([expect.stringMatching(/^REVIEWERS: nobody but the bot/)]);
    expect(lines(found, 'warn')).toEqual([expect.stringMatching(/^REPORT_CHANNELS: empty/)]);
  });

  it('reads the user groups of REVIEWERS', async () => {
    const userGroups = [
      { id: 'S0SEC', users: [OMAR] },
      { id: 'S0EMPTY', users: [] },
    ];
    const found = await examine({ REVIEWERS: 'S0SEC,S0EMPTY,S0GONE' }, { userGroups });
    expect(lines(found, 'ok')).toContainEqual(expect.stringMatching(/S0SEC: 1 may decide/));
    expect(lines(found, 'warn')).toContainEqual(expect.stringMatching(/S0EMPTY: nobody is in/));
    expect(lines(found, 'fail')).toContainEqual(expect.stringMatching(/S0GONE: .*no_such_subteam/));
  });

  it('tells a Slack out of reach from one that refuses', async () => {
    slack = await openTestSlack();
    const config = readConfig({
      ...environment(slack, 'socket'),
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
    });
    const found = await allOf(examineSlack(config, SCOPES));
    expect(lines(found, 'fail')).toContainEqual(expect.stringMatching(/^SLACK_BOT_TOKEN: Slack cannot be reached: /));
  });

  it('takes a clock that is minutes off for what it is', async () => {
    slack = await openTestSlack();
    const config = readConfig(environment(slack, 'socket'));
    const answer = { ok: true, error: '', reached: true, body: {}, date: new Date(Date.now() - 400_000) };
    const found = await allOf(
      examineSlack(config, [], async () => ({ ...answer, body: { team: 'T', user: 'U', bot_id: 'B' }, scopes: [] })),
    );
    expect(lines(found, 'fail')).toContainEqual(
      expect.stringMatching(/^clock: it differs from Slack’s by 400 seconds/),
    );
  });

  it('has little to say without tokens', async () => {
    expect(await allOf(examineSlack(readConfig({}), SCOPES))).toMatchObject([{ state: 'warn' }]);
  });
});
