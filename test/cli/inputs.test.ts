import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Input, inputsOf, looksLikeLink, specimenOf } from '../../src/cli/inputs.ts';

const MAIL =
  'From: Ada <ada@a.example>\r\nTo: bo@b.example\r\nSubject: Hello\r\nDate: Mon, 2 Feb 2026 10:00:00 +0000\r\n\r\nHi';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-inputs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function all(args: string[]): Promise<{ inputs: Input[]; skipped: { hidden: number; special: number } }> {
  const skipped = { hidden: 0, special: 0 };
  const inputs: Input[] = [];
  for await (const input of inputsOf(args, skipped)) inputs.push(input);
  return { inputs, skipped };
}

describe('a folder', () => {
  it('gives every file in it and below, and counts what it leaves out', async () => {
    const root = join(folder, 'tree');
    mkdirSync(join(root, 'deep/er'), { recursive: true });
    writeFileSync(join(root, 'a.eml'), MAIL);
    writeFileSync(join(root, 'deep/er/b.eml'), MAIL);
    writeFileSync(join(root, '.hidden'), '');
    symlinkSync(join(root, 'a.eml'), join(root, 'link.eml'));
    symlinkSync(root, join(root, 'deep/loop'));
    const socket = createServer().listen(join(root, 'socket'));
    await once(socket, 'listening');
    const { inputs, skipped } = await all([root]);
    expect(inputs.map(({ input }) => input.slice(root.length)).sort()).toEqual([
      '/a.eml',
      '/deep/er/b.eml',
      '/link.eml',
    ]);
    expect(inputs.every(({ listed }) => listed)).toBe(true);
    expect(skipped).toEqual({ hidden: 1, special: 2 });
    socket.close();
  });
});

describe('what cannot be read', () => {
  it.each([
    ['nothing of that name', 'nope.eml', 'missing'],
    ['a mistyped file whose ending is a domain too', 'nope.zip', 'missing'],
  ])('is a fault, never a verdict: %s', async (_, name, why) => {
    const { inputs } = await all([join(folder, name)]);
    expect(await inputs[0]?.load()).toMatchObject({ gap: { why, blinding: true } });
  });

  it('is too large beyond the limit, without being read into memory', async () => {
    const path = join(folder, 'large.bin');
    writeFileSync(path, '');
    truncateSync(path, 4 * 1024 ** 3);
    const { inputs } = await all([path]);
    expect(await inputs[0]?.load()).toMatchObject({ gap: { why: 'too-large' } });
  });

  it('is said when a file goes away before its turn', async () => {
    const path = join(folder, 'gone.eml');
    writeFileSync(path, MAIL);
    const { inputs } = await all([path]);
    rmSync(path);
    expect(await inputs[0]?.load()).toMatchObject({ gap: { why: 'missing' } });
  });
});

describe('a link', () => {
  it.each([
    'https://evil.example/login',
    'hxxps://evil[.]example',
    'hxxp[:]//evil.example',
    'www.evil.example',
    'evil[.]example/login',
    'evil(dot)example',
    'mailto:ada@a.example',
    `https://evil.example/${'a'.repeat(10_000)}`,
  ])('is recognised: %.40s', (argument) => {
    expect(looksLikeLink(argument)).toBe(true);
  });

  it.each(['mail.eml', 'invoice.zip', './a/b', 'folder', '-x'])('is not taken for one: %s', (argument) => {
    expect(looksLikeLink(argument)).toBe(false);
  });

  it.each([
    ['https://evil.example/a?b=c#d', 'https://evil.example/a?b=c#d'],
    ['hxxps://evil[.]example', 'https://evil.example'],
    ['hxxp[:]//192[.]0[.]2[.]7/a', 'http://192.0.2.7/a'],
    ['evil[.]example/login', 'http://evil.example/login'],
    ['www.evil.example', 'http://www.evil.example'],
    ['search-ms:query=x', 'search-ms:query=x'],
  ])('is made whole again: %s', async (argument, url) => {
    const { inputs } = await all([argument]);
    expect(inputs[0]?.input).toBe(argument);
    expect(await inputs[0]?.load()).toEqual({ kind: 'link', url });
  });

  it('gives way to a file of that name', async () => {
    const path = join(folder, 'evil[.]example');
    writeFileSync(path, MAIL);
    const { inputs } = await all([path]);
    expect(await inputs[0]?.load()).toMatchObject({ kind: 'mail' });
  });
});

describe('what bytes are', () => {
  it.each([
    ['a mail, whatever its name', MAIL, 'download', 'mail'],
    ['a mail in a text file', MAIL, 'mail.txt', 'mail'],
    ['a mail by its name only', 'garbled', 'x.eml', 'mail'],
    ['an Outlook mail', '\u00d0\u00cf', 'x.msg', 'mail'],
    ['a text', 'Your parcel waits: http://evil.example', 'sms.txt', 'text'],
    ['a text from standard input', 'Your parcel waits', '', 'text'],
    ['a script, which is no text to read', 'powershell -enc AAAA', 'update.ps1', 'file'],
    ['a page', '<!doctype html><form>', 'login.html', 'file'],
    ['a PDF', '%PDF-1.7\n', 'scan.txt', 'file'],
  ])('is seen: %s', async (_, text, name, kind) => {
    expect(await specimenOf(bytes(text), name)).toMatchObject({ kind });
  });
});
