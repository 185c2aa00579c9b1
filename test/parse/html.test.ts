import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHtml } from '../../src/parse/html.ts';

const targets = (html: string) => readHtml(html).links.map(({ source, url, shown }) => [source, url, shown]);

describe('text', () => {
  test('reads as lines, without markup, styles, scripts or title', () => {
    const { text, title, scripts } = readHtml(
      '<title>Notice</title><style>p{color:red}</style><script>var a=1</script><h1>Dear  user</h1><p>Your\npassword&nbsp;expires.</p><ul><li>one<li>two</ul>',
    );
    expect(text).toBe('Dear user\n\nYour password expires.\n\none\ntwo');
    expect(title).toBe('Notice');
    expect(scripts).toContain('var a=1');
  });

  test('keeps cells of a table row apart and on one line', () => {
    expect(readHtml('<table><tr><td>From:</td><td>Ada</td></tr><tr><td>To:</td><td>Bo</td></tr></table>').text).toBe(
      'From: Ada\nTo: Bo',
    );
  });

  test('keeps the lines of preformatted text', () => {
    expect(readHtml('<pre>one\ntwo\n\nthree</pre>').text).toBe('one\ntwo\n\nthree');
  });

  test('reads what a client without scripts shows, and what a button says', () => {
    expect(readHtml('<noscript>Enable now</noscript><input type=submit value="Sign in">').text).toBe(
      'Enable now Sign in',
    );
  });
});

describe('hidden text', () => {
  test.each([
    ['display none', '<div style="display: none">x</div>'],
    ['display none, important', '<div style="DISPLAY:NONE !important">x</div>'],
    ['hidden attribute', '<p hidden>x</p>'],
    ['visibility', '<span style="visibility:hidden">x</span>'],
    ['no font size', '<span style="font-size:0px">x</span>'],
    ['font size of a pixel', '<span style="font-size:1px">x</span>'],
    ['font shorthand', '<span style="font:0/0 a">x</span>'],
    ['transparency', '<span style="opacity:0">x</span>'],
    ['box without height', '<div style="max-height:0;overflow:hidden">x</div>'],
    ['white on white', '<div style="background:#fff"><font color="white">x</font></div>'],
    ['almost white on white', '<table><td bgcolor="#ffffff"><span style="color:rgb(254, 254, 254)">x</span></td>'],
    ['transparent type', '<span style="color:rgba(0,0,0,0)">x</span>'],
    ['far to the left', '<div style="position:absolute;left:-9999px">x</div>'],
    ['far indent', '<div style="text-indent:-5000px">x</div>'],
    ['nested in something hidden', '<div style="display:none"><p style="font-size:20px">x</p></div>'],
    ['by a class', '<style>.salad{display:none}</style><p class="a salad">x</p>'],
    ['by an id, in a sheet further down', '<p id="salad">x</p><style>#salad { font-size: 0 }</style>'],
    ['by a compound', '<style>p.a.b{visibility:hidden}</style><p class="b a">x</p>'],
    ['by one of a list', '<style>h1, .a , .b{opacity:0}</style><p class="a">x</p>'],
    ['by its place', '<style>.mail td > .a{display:none}</style><table class="mail"><td><p class="a">x</p></td>'],
    ['by a rule for screens', '<style>@media only screen{.a{display:none}}</style><p class="a">x</p>'],
    ['by type in the colour of the ground', '<style>.a{color:#fefefe}body{background:white}</style><p class="a">x</p>'],
    ['by an important rule', '<style>.a{display:none!important}</style><p class="a" style="display:block">x</p>'],
    ['white on a page without colour', '<p style="color:#fff">x</p>'],
    ['hardly any opacity', '<p style="opacity:0.01">x</p>'],
    ['clipped to a point', '<p style="clip-path:polygon(0 0, 0 0, 0 0, 0 0)">x</p>'],
    ['far to the left in other units', '<p style="position:absolute;left:-999em">x</p>'],
    ['scaled to nothing', '<p style="transform:scale(0)">x</p>'],
    ['template', '<template>x</template>'],
  ])('is kept apart: %s', (_, html) => {
    expect(readHtml(`<p>seen</p>${html}`)).toMatchObject({
      text: 'seen',
      hiddenText: html.includes('<template') ? '' : 'x',
    });
  });

  test.each([
    ['white type on a dark ground', '<table><td bgcolor="#003366"><span style="color:#fff">x</span></td>'],
    [
      'white type on a picture',
      '<table><td bgcolor="#fff"><div style="background:url(a.png)"><b style="color:#fff">x</b></div></td>',
    ],
    ['visible again inside invisible', '<div style="visibility:hidden"><b style="visibility:visible">x</b></div>'],
    ['large again inside tiny', '<div style="font-size:0"><b style="font-size:14px">x</b></div>'],
    ['small box that lets text run over', '<div style="height:0">x</div>'],
    ['the other class', '<style>.salad{display:none}</style><p class="salads">x</p>'],
    ['another place', '<style>.mail > .a{display:none}</style><div class="mail"><b><i class="a">x</i></b></div>'],
    ['shown again by its own style', '<style>.a{display:none}</style><p class="a" style="display:block">x</p>'],
    ['shown again by a heavier rule', '<style>p#a{display:block}p{display:none}</style><p id="a">x</p>'],
    [
      'shown on a phone',
      '<style>.a{display:none}@media (max-width:600px){.a{display:block!important}}</style><p class="a">x</p>',
    ],
    ['hidden on a phone', '<style>@media (max-width:600px){.a{display:none}}</style><p class="a">x</p>'],
    ['hidden in print', '<style>@media print{.a{display:none}}</style><p class="a">x</p>'],
    ['a sheet for print', '<style media="print">.a{display:none}</style><p class="a">x</p>'],
    [
      'a lure that a rule shows which we do not follow',
      '<style>.a{display:none}[class]{display:block!important}</style><p class="a">x</p>',
    ],
    [
      'a ground that a rule darkens which we do not follow',
      '<style>p:first-child{background:#000}</style><p style="color:#fff">x</p>',
    ],
    [
      'white type on a ground that a class darkens',
      '<style>.d{background-color:#036}</style><div class="d" style="color:#fff">x</div>',
    ],
    ['a link in white text, which is blue', '<div style="color:#fff"><a href="http://a.example/">x</a></div>'],
    ['a button that Outlook does not show', '<a href="http://a.example/" style="mso-hide:all">x</a>'],
  ])('does not take for hidden: %s', (_, html) => {
    expect(readHtml(html)).toMatchObject({ text: 'x', hiddenText: '' });
  });
});

describe('links', () => {
  test('finds every way a mail can lead somewhere', () => {
    expect(
      targets(`<meta http-equiv="Refresh" content="0; url='http://a.example/r'">
        <a href=" http://a.example/a ">Pay <b>now</b></a>
        <a href="http://a.example/pic"><img src="https://a.example/i.png" alt="Track parcel"></a>
        <map><area href="http://a.example/area" alt="Map"></map>
        <form action="http://a.example/f"><input type=password></form>
        <svg><a xlink:href="http://a.example/svg"><text>S</text></a></svg>
        <iframe src="http://a.example/frame"></iframe>
        <iframe srcdoc="<a href='http://a.example/inside'>x</a>"></iframe>
        <button formaction="http://a.example/button">B</button>
        <svg><a><animate attributeName="xlink:href" to="http://a.example/animated"></animate></a></svg>
        <div style="background-image:url('https://a.example/ground.png')"></div>
        <!--[if mso]><v:roundrect href="http://a.example/mso"></v:roundrect><![endif]-->`).sort(),
    ).toEqual([
      ['anchor', 'http://a.example/a', 'Pay now'],
      ['anchor', 'http://a.example/animated', undefined],
      ['anchor', 'http://a.example/area', 'Map'],
      ['anchor', 'http://a.example/inside', undefined],
      ['anchor', 'http://a.example/mso', undefined],
      ['anchor', 'http://a.example/pic', 'Track parcel'],
      ['anchor', 'http://a.example/svg', 'S'],
      ['form', 'http://a.example/button', undefined],
      ['form', 'http://a.example/f', undefined],
      ['image', 'https://a.example/ground.png', undefined],
      ['image', 'https://a.example/i.png', undefined],
      ['redirect', 'http://a.example/frame', undefined],
      ['redirect', 'http://a.example/r', undefined],
    ]);
  });

  test('follows a refresh that does not say url=', () => {
    expect(targets('<meta http-equiv=refresh content="3; http://a.example/r">')).toEqual([
      ['redirect', 'http://a.example/r', undefined],
    ]);
    expect(targets('<meta http-equiv=refresh content="30">')).toEqual([]);
  });

  test('makes relative targets absolute by the base, and leaves them without one', () => {
    expect(targets('<base href="http://evil.example/x/"><a href="login">go</a>')).toEqual([
      ['anchor', 'http://evil.example/x/login', 'go'],
    ]);
    expect(targets('<a href="login">go</a>')).toEqual([['anchor', 'login', 'go']]);
  });

  test('counts a link once when the tree builder clones it, and keeps two different labels of one target', () => {
    expect(targets('<a href="http://a.example"><p>one<p>two</a>')).toHaveLength(1);
    expect(targets('<table><a href="http://a.example">words<tr><td></a></table>')).toEqual([
      ['anchor', 'http://a.example', 'words'],
    ]);
    expect(targets('<a href="http://a.example">A</a><a href="http://a.example">B</a>')).toHaveLength(2);
  });

  test('shows only the words that are seen', () => {
    expect(targets('<a href="http://a.example"><span style="display:none">bank.example</span>Here</a>')).toEqual([
      ['anchor', 'http://a.example', 'Here'],
    ]);
  });

  test('keeps a link that the reader cannot see', () => {
    expect(targets('<div style="display:none"><a href="http://a.example">x</a></div>')).toHaveLength(1);
  });

  test('notes where in the text a link stands', () => {
    const { links, text } = readHtml('<p>before</p><a href="http://a.example">x</a><p>after</p>');
    expect(text.slice(links[0]?.at)).toContain('after');
    expect(text.slice(0, links[0]?.at)).toBe('before');
  });
});

test('tells forms, and which of them ask for a password, also outside of a form', () => {
  expect(readHtml('<form action="http://a.example"><input type="Password"></form>').forms).toEqual([
    { action: 'http://a.example', asksPassword: true },
  ]);
  expect(readHtml('<input type=password>').forms).toEqual([{ action: '', asksPassword: true }]);
  expect(readHtml('<form action="/search"><input name=q></form>').forms).toEqual([
    { action: '/search', asksPassword: false },
  ]);
});

test('counts pictures that are seen, not tracking pixels', () => {
  expect(readHtml('<img src="cid:1"><img src="https://a.example/t.gif" width="1" height="1">').pictures).toBe(1);
});

describe('hostile HTML', () => {
  test.each([
    ['nested blocks', '<div>'.repeat(100_000)],
    ['nested formatting', '<b>'.repeat(100_000)],
    [
      'clones without end',
      `<p>${Array.from({ length: 5_000 }, (_, at) => `<font a${at}>`).join('')}${'<p>x'.repeat(5_000)}`,
    ],
    ['links without end', '<a href="http://a.example/x">y</a>'.repeat(60_000)],
    ['different links without end', Array.from({ length: 30_000 }, (_, at) => `<a href=//a.example/${at}>`).join('')],
    ['nested svg anchors', `<svg>${'<a xlink:href="//a.example"><text>x</text>'.repeat(20_000)}`],
    ['one long style', `<p style="${'a:b;'.repeat(200_000)}">`],
  ])('is read within seconds: %s', (_, html) => {
    const before = performance.now();
    readHtml(html);
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test('says when it was cut, and still finds the target behind the limit', () => {
    const content = readHtml(`${'<i>x</i>'.repeat(250_000)}<a href="http://behind.example/">x</a>`);
    expect(content.cut).toBe(true);
    expect(content.links.map((link) => link.url)).toContain('http://behind.example/');
    expect(readHtml('<p>short</p>').cut).toBe(false);
    expect(readHtml(`<p>${'words '.repeat(20_000)}</p>`).cut).toBe(true);
    expect(readHtml(`<p hidden>${'salad '.repeat(20_000)}</p>`).cut).toBe(false);
  });

  test('never throws', () => {
    const tags = fc.constantFrom(
      '<a href=x>',
      '</a>',
      '<p style="',
      '<svg>',
      '<table>',
      '<form>',
      '</form>',
      '<!--[if',
      '"',
      '>',
      'x',
      '<template>',
      '<select>',
      '<frameset>',
    );
    fc.assert(fc.property(fc.array(fc.oneof(tags, fc.string())), (parts) => void readHtml(parts.join(''))));
  });
});

test.each([
  ['rules', `<style>${'.a{color:red}'.repeat(30_000)}</style>${'<p class="a">x</p>'.repeat(5_000)}`],
  ['classes', `<style>.a{display:none}</style>${`<p class="${'a '.repeat(5_000)}">x</p>`.repeat(100)}`],
  ['open comments', `<style>${'/*'.repeat(100_000)}</style>x`],
  ['open queries', `<style>${'@media screen{'.repeat(20_000)}</style>x`],
  [
    'descendants',
    `<style>${'div '.repeat(5)}.a{display:none}</style>${'<div>'.repeat(5_000)}${'<p class="a">x</p>'.repeat(2_000)}`,
  ],
  ['brackets', `<style>${'p[a:b('.repeat(30_000)}{display:none}</style>x`],
])('a style sheet of very many %s takes no more than a second or two', (_, html) => {
  const before = performance.now();
  readHtml(html);
  expect(performance.now() - before).toBeLessThan(4_000);
});
