import { describe, expect, test } from 'vitest';
import { LIMITS, newBudget } from '../../../src/parse/files/file-content.ts';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { openZip } from '../../../src/parse/files/zip.ts';
import { office, vbaProject } from '../../helpers/office.ts';
import { type ZipPart, zip } from '../../helpers/zip.ts';

const look = (bytes: Uint8Array, name = 'outer.zip') => readFile({ bytes, name, declaredType: '', inline: false });
const whys = (content: { gaps: { why: string }[] }) => content.gaps.map((gap) => gap.why);
const text = (name: string, content = 'hello'): ZipPart => ({ name, content });

test('lists what an archive holds, nested archives flattened', async () => {
  const inner = zip([text('run.exe', 'MZ'), text('read me.txt')]);
  const { type, entries } = await look(zip([text('a.txt'), { name: 'inner.zip', content: inner }]));
  expect(type).toBe('zip');
  expect(entries.map((entry) => entry.name)).toEqual([
    'a.txt',
    'inner.zip',
    'inner.zip/run.exe',
    'inner.zip/read me.txt',
  ]);
  expect(entries[0]).toEqual({ name: 'a.txt', size: 5, encrypted: false });
});

test('looks into the files of an archive as if they came alone', async () => {
  const macro = office('docm', 'hello', [
    { name: 'word/vbaProject.bin', content: vbaProject('Sub AutoOpen()\r\nShell "calc"\r\nEnd Sub') },
  ]);
  const page = '<form action="https://evil.example/x"><input type="password"></form>';
  const content = await look(zip([{ name: 'a.docm', content: macro }, text('b.html', page)]));
  expect(content.type).toBe('zip');
  expect(new Set(content.traits)).toEqual(
    new Set(['macro', 'macro-auto-open', 'macro-runs-programs', 'html-password-form']),
  );
  expect(content.links).toContainEqual({ url: 'https://evil.example/x', source: 'document' });
  expect(content.gaps).toEqual([]);
});

test('an encrypted entry is a trait, and a gap since the lure may be in it; its name is still seen', async () => {
  const content = await look(zip([{ name: 'run.exe', content: 'secret', encrypted: true }]));
  expect(content.traits).toEqual(['encrypted']);
  expect(content.gaps).toEqual([{ what: 'attachment', why: 'encrypted', name: 'outer.zip', blinding: true }]);
  expect(content.entries).toEqual([{ name: 'run.exe', size: 6, encrypted: true }]);
});

describe('names', () => {
  test('a name that climbs out of its folder does not end the listing', async () => {
    const { entries, gaps } = await look(zip([text('../../a.txt'), text('C:\\b.txt'), text('/c.txt')]));
    expect(entries.map((entry) => entry.name)).toEqual(['../../a.txt', 'C:/b.txt', '/c.txt']);
    expect(gaps).toEqual([]);
  });

  test('names of Chinese Windows are read', async () => {
    const { entries } = await look(zip([{ name: Buffer.from('cde8bababde1b9fb2e747874', 'hex'), content: 'x' }]));
    expect(entries[0]?.name).toMatch(/\p{Script=Han}{4}\.txt$/u);
  });
});

describe('bombs', () => {
  test('a zip bomb is stopped by its ratio, and named', async () => {
    const bomb = zip([{ name: 'bomb.txt', content: Buffer.alloc(15 * 1024 * 1024) }]);
    expect(bomb.length).toBeLessThan(20_000);
    expect(whys(await look(bomb))).toEqual(['too-large']);
  });

  test('many bombs cost no more than a few, and the program behind them is still listed', async () => {
    const bombs = Array.from({ length: 150 }, (_, index) => text(`b${index}`, '0'.repeat(1_200_000)));
    const bytes = zip([...bombs, text('run.exe', 'MZ')]);
    const content = await look(bytes);
    expect(whys(content)).toContain('too-large');
    expect(content.entries.at(-1)?.name).toBe('run.exe');

    const budget = newBudget();
    const { members } = await openZip(bytes, budget);
    for (const member of members.slice(0, 150)) expect(await member.read()).toBe('too-large');
    expect(budget.inflated).toBe(0);
  }, 10_000);

  test('a size that lies small is not believed', async () => {
    const content = await look(zip([{ name: 'a.txt', content: 'go to https://evil.example/x', claimedSize: 0 }]));
    expect(content.links.map((link) => link.url)).toEqual(['https://evil.example/x']);
    const bomb = zip([{ name: 'a.txt', content: Buffer.alloc(40 * 1024 * 1024), claimedSize: 10 }]);
    expect(whys(await look(bomb))).toEqual(['too-large']);
  });

  test('a size that lies large reserves nothing', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const content = await look(zip([{ name: 'a.txt', content: 'hello', claimedSize: 0xfffffff0 }]));
    expect(content.text).toContain('hello');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  test('100,000 entries: the first ones are listed, the rest is said', async () => {
    const parts = Array.from({ length: 100_000 }, (_, index) => ({ name: `f${index}`, content: '', stored: true }));
    const content = await look(zip(parts));
    expect(content.entries).toHaveLength(LIMITS.entries);
    expect(whys(content)).toContain('too-many');
  }, 15_000);

  test('zips nested ten deep are opened three deep', async () => {
    let bytes = zip([text('run.exe', 'MZ')]);
    for (let depth = 9; depth >= 1; depth -= 1) bytes = zip([{ name: `${depth}.zip`, content: bytes }]);
    const content = await look(bytes);
    expect(content.entries.map((entry) => entry.name)).toEqual(['1.zip', '1.zip/2.zip', '1.zip/2.zip/3.zip']);
    expect(whys(content)).toEqual(['too-many']);
  });
});

test('two zips glued together, of which unpackers see different ones, are not taken at their word', async () => {
  const front = zip([text('run.exe', 'MZ')]);
  const content = await look(Buffer.concat([front, zip([text('a.txt')], front.length)]));
  expect(content.entries.map((entry) => entry.name)).toEqual(['a.txt']);
  expect(whys(content)).toEqual(['unreadable']);
});

test('a zip whose end is missing is a gap', async () => {
  const bytes = zip([text('a.txt')]);
  expect(whys(await look(bytes.subarray(0, bytes.length - 10)))).toEqual(['unreadable']);
});

test('a program archive of Java is known from an ordinary zip', async () => {
  expect((await look(zip([text('META-INF/MANIFEST.MF'), text('A.class')]))).type).toBe('jar');
});

test('a LibreOffice document: words, links, macros', async () => {
  const content = await look(
    zip([
      text('mimetype', 'application/vnd.oasis.opendocument.text'),
      text(
        'content.xml',
        '<office><text:p>pay <text:a xlink:href="https://evil.example/a">here</text:a></text:p></office>',
      ),
      text('Basic/Standard/Module1.xml', '<script/>'),
    ]),
    'a.odt',
  );
  expect(content).toMatchObject({ type: 'odt', traits: ['macro'], text: 'pay here' });
  expect(content.links).toEqual([{ url: 'https://evil.example/a', source: 'document' }]);
});
