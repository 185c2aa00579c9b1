import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeSlack } from '../../../src/playground/fake-slack/types.ts';
import { standIn } from '../../helpers/service.ts';
import { environment, openTestSlack } from '../../helpers/workspace.ts';

/** The real command, against the strict fake Slack with the scopes of our own manifest. */

const MAIN = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lurecheck-doctor-run-'));
let slack: FakeSlack;
beforeAll(async () => {
  slack = await openTestSlack();
});
afterAll(async () => {
  await slack.close();
  rmSync(folder, { recursive: true });
});

async function doctor(more: Record<string, string> = {}, ...args: string[]) {
  const env = { ...environment(slack, 'socket', { STATE_URL: 'sqlite:none/state.db', ...more }), NO_COLOR: '1' };
  const child = spawn(process.execPath, [MAIN, 'doctor', ...args], { cwd: folder, env });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
}

describe('lurecheck doctor', () => {
  it('says ok in plain lines, and exits with 0', async () => {
    const { out, err, code } = await doctor();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const said = out.split('\n');
    expect(said).toContain('ok    SLACK_BOT_TOKEN: it is lurecheck in the workspace Riverside Hospital');
    expect(said).toContain('ok    scopes: all 11 of the manifest are granted');
    expect(out).toMatch(/\n\d+ ok, 0 to look at, 0 failing\n$/);
  });

  it('says how to mend what fails, shows no secret, and exits with 1', async () => {
    const service = await standIn(() => ({ status: 403, json: {} }));
    const more = {
      SLACK_APP_TOKEN: 'xapp-top-secret-token',
      URLSCAN_API_KEY: 'top-secret-key-of-urlscan',
      SERVICE_URLS: `urlscan=${service.url}`,
      FEEDS_HEADERS: 'urlhaus Auth-Key: top-secret-header',
    };
    const { out, err, code } = await doctor(more);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(
      /^fail {2}SLACK_APP_TOKEN: Slack opens no socket for it \(invalid_auth\) — switch Socket Mode on/m,
    );
    expect(out).toMatch(/^fail {2}urlscan: the key is not accepted \(403\) — copy URLSCAN_API_KEY again/m);
    expect(out).not.toMatch(/top-secret|xoxb-|xapp-[a-z]/);
    const json = await doctor(more, '--json');
    const rows = json.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(rows.filter(({ state }) => state === 'fail').map(({ what }) => what)).toEqual([
      'SLACK_APP_TOKEN',
      'urlscan',
    ]);
    expect(json.code).toBe(1);
    expect(json.out).not.toMatch(/top-secret/);
  });

  it('names each fault of the configuration, and goes no further', async () => {
    const before = slack.log.length;
    const { out, code } = await doctor({
      REPORT_CHANNELS: 'general',
      PORT: 'many',
      SLACK_BOT_TOKEN: 'secret-nonsense',
    });
    expect(code).toBe(1);
    expect(out.match(/^fail {2}configuration: \w+/gm)).toEqual([
      'fail  configuration: SLACK_BOT_TOKEN',
      'fail  configuration: PORT',
      'fail  configuration: REPORT_CHANNELS',
    ]);
    expect(out).not.toContain('secret-nonsense');
    expect(slack.log).toHaveLength(before);
  });

  it('explains itself, and refuses what it does not know', async () => {
    expect(await doctor({}, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('one harmless call') });
    expect(await doctor({}, '--fix')).toMatchObject({ code: 2, out: '' });
  });
});
