import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOP, mail, RETURN } from '../helpers/signed-mail.ts';

/** The real command under a preload that tells of every question to the DNS, and lets none out. */

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const WATCH = new URL('../helpers/watch-dns.mjs', import.meta.url).href;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-dns-'));
  writeFileSync(join(folder, 'mail.eml'), mail({ top: [RETURN, HOP] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function questions(args: string[], env: Record<string, string>): Promise<string[]> {
  const run = promisify(execFile)(process.execPath, ['--import', WATCH, MAIN, 'check', '--json', ...args, 'mail.eml'], {
    cwd: folder,
    env: { PATH: process.env.PATH, TRUSTED_AUTHSERV_IDS: 'mx.hospital.example', ...env },
  });
  const { stdout, stderr } = await run.catch((error) => error as { stdout: string; stderr: string });
  expect(JSON.parse(stdout)).toMatchObject({ input: 'mail.eml' });
  return stderr.split('\n').filter((line) => line.startsWith('DNS '));
}

it('asks the DNS nothing by default nor offline, and about the domains of the mail when switched on', async () => {
  const [byDefault, offline, on] = await Promise.all([
    questions([], {}),
    questions(['--offline'], { DNS_LOOKUPS: 'on' }),
    questions([], { DNS_LOOKUPS: 'on' }),
  ]);
  expect(byDefault).toEqual([]);
  expect(offline).toEqual([]);
  expect(on).toContain('DNS _dmarc.bank.example');
});
