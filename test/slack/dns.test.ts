import { Resolver } from 'node:dns/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mail } from '../helpers/signed-mail.ts';
import { AISHA, answerTo, openWorkspace, REPORTS, type Workspace } from '../helpers/workspace.ts';

/** What the bot asks the DNS, by its setting. */

let workspace: Workspace | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await workspace?.stop();
});

async function asked(settings: Record<string, string>): Promise<string[]> {
  const names: string[] = [];
  for (const method of ['resolve', 'resolve4', 'resolve6'] as const) {
    vi.spyOn(Resolver.prototype, method).mockImplementation(async (name: string) => {
      names.push(name);
      throw Object.assign(new Error('watched'), { code: 'ENOTFOUND' });
    });
  }
  workspace = await openWorkspace('http', settings);
  const files = [{ name: 'mail.eml', bytes: Buffer.from(mail()) }];
  await answerTo(workspace.slack, await workspace.slack.say(AISHA, REPORTS, { text: '', files }));
  return names;
}

describe('the bot', () => {
  it('asks the DNS nothing by default', async () => {
    expect(await asked({})).toEqual([]);
  }, 20_000);

  it('asks about the sender of a reported mail when that is switched on', async () => {
    expect(await asked({ DNS_LOOKUPS: 'on' })).toContain('_dmarc.bank.example');
  }, 20_000);
});
