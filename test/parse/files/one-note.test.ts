import { toBuffer } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';

const look = (bytes: Uint8Array) => readFile({ bytes, name: 'notes.one', declaredType: '', inline: false });
const HEAD = Buffer.from('e4525c7b8cd8a74daeb15378d02996d30000', 'hex');

/** A file as a section keeps it; `length` is what the section says of it. */
function store(content: Uint8Array, length = content.length): Buffer {
  const head = Buffer.alloc(36);
  Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex').copy(head);
  head.writeBigUInt64LE(BigInt(length), 16);
  return Buffer.concat([head, content, Buffer.alloc(8)]);
}
const words = (text: string) => Buffer.concat([Buffer.alloc(4), Buffer.from(text, 'utf16le'), Buffer.alloc(4)]);

describe('a notebook section', () => {
  test('the words on its page, and the script behind its button', async () => {
    const content = await look(
      Buffer.concat([
        HEAD,
        words('Double click to view the document'),
        words('open.hta'),
        store(Buffer.from('<script>new ActiveXObject("WScript.Shell")</script>')),
        words('and https://evil.example/n'),
      ]),
    );
    expect(content).toMatchObject({ type: 'one', traits: ['html-script', 'program-inside'] });
    expect(content.entries.map(({ name }) => name)).toEqual(['open.hta']);
    expect(content.text).toContain('Double click to view the document');
    expect(content.links.map(({ url }) => url)).toContain('https://evil.example/n');
  });

  test('pictures have no name, and take none from the file behind them', async () => {
    const png = await toBuffer('https://evil.example/qr', { width: 200 });
    const content = await look(
      Buffer.concat([HEAD, store(png), words('run.vbs'), store(Buffer.from('CreateObject("a")'))]),
    );
    expect(content.entries.map(({ name }) => name)).toEqual(['embedded-1', 'run.vbs']);
    expect(content.links).toContainEqual({ url: 'https://evil.example/qr', source: 'qr' });
  });

  test('a program without any name is known by its bytes', async () => {
    const program = Buffer.from('4d5a90000300000004000000ffff0000', 'hex');
    expect((await look(Buffer.concat([HEAD, store(program)]))).traits).toEqual(['program-inside']);
  });

  test('notes of a meeting are notes', async () => {
    const content = await look(Buffer.concat([HEAD, words('Minutes of the meeting'), store(Buffer.from('agenda'))]));
    expect(content).toMatchObject({ traits: [], gaps: [] });
  });

  test('a length that is a lie does not hide the next file', async () => {
    const bytes = Buffer.concat([
      HEAD,
      store(Buffer.from('agenda'), 0x7fffffff),
      words('run.js'),
      store(Buffer.from('WScript.Echo(1)')),
    ]);
    expect((await look(bytes)).traits).toEqual(['program-inside']);
  });

  test('ten thousand marks end at a limit', async () => {
    const content = await look(Buffer.concat([HEAD, ...Array.from({ length: 10_000 }, () => store(Buffer.from('a')))]));
    expect(content.entries.length).toBe(50);
    expect(content.gaps).toMatchObject([{ why: 'too-many', blinding: true }]);
  });
});
