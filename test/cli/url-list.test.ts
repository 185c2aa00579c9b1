import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../src/cli/inputs.ts';
import { urlsOf } from '../../src/cli/url-list.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lurecheck-urls-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function all(path: string): Promise<Input[]> {
  const inputs: Input[] = [];
  for await (const input of urlsOf(path)) inputs.push(input);
  return inputs;
}

describe('a list of links', () => {
  it('gives each line as a link by itself, as it was written', async () => {
    const path = join(folder, 'list.txt');
    writeFileSync(path, '# seen in May\nhttps://a.test/x\r\n\n  hxxps://b[.]test/y\nc.test/z');
    const inputs = await all(path);
    expect(inputs.map(({ input }) => input)).toEqual(['https://a.test/x', 'hxxps://b[.]test/y', 'c.test/z']);
    expect(await Promise.all(inputs.map((one) => one.load()))).toEqual([
      { kind: 'link', url: 'https://a.test/x' },
      { kind: 'link', url: 'https://b.test/y' },
      { kind: 'link', url: expect.stringContaining('c.test/z') },
    ]);
  });

  it('is a fault where it cannot be read, never a verdict', async () => {
    const inputs = await all(join(folder, 'nope.txt'));
    expect(await inputs[0]?.load()).toMatchObject({ gap: { why: 'missing', blinding: true } });
  });
});
