import { describe, expect, test } from 'vitest';
import { readSpecimen } from '../../../src/parse/read.ts';
import { modulesAsPng, qrModules } from '../../helpers/qr.ts';

const URL = 'https://evil.example/drawn';
const MODULES = qrModules(URL, 2);

async function codesIn(type: 'html' | 'plain', body: string): Promise<string[]> {
  const mail = `From: ada@a.example\r\nTo: bo@b.example\r\nSubject: Sign in\r\nMIME-Version: 1.0\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
  const { links } = await readSpecimen({ kind: 'mail', bytes: Buffer.from(mail) }, 's1');
  return links.filter(({ source }) => source === 'qr').map(({ url }) => url);
}

const rows = (cell: (on: boolean, x: number, y: number) => string, end: (y: number) => string): string =>
  MODULES.map((row, y) => row.map((on, x) => cell(on, x, y)).join('') + end(y)).join('');

describe('a code of coloured boxes', () => {
  test('the cells of a table', async () => {
    const cells = rows(
      (on) => `<td width="4" height="4" bgcolor="${on ? '#000000' : '#ffffff'}"></td>`,
      () => '</tr><tr>',
    );
    expect(await codesIn('html', `<p>Scan:</p><table cellpadding=0 cellspacing=0><tr>${cells}</tr></table>`)).toEqual([
      URL,
    ]);
  });

  test('cells by class, with blanks that hold them open', async () => {
    const cells = rows(
      (on) => `<td class="${on ? 'd' : 'l'}">&nbsp;</td>`,
      () => '</tr><tr>',
    );
    const style = '<style>.d{background-color:#102040} td{width:5px;height:5px;font-size:1px;line-height:1px}</style>';
    expect(await codesIn('html', `${style}<table><tr>${cells}</tr></table>`)).toEqual([URL]);
  });

  test('runs of cells joined to one', async () => {
    const table = MODULES.map((row) => {
      const runs: { on: boolean; length: number }[] = [];
      for (const on of row) {
        const last = runs.at(-1);
        if (last?.on === on) last.length += 1;
        else runs.push({ on, length: 1 });
      }
      const cells = runs.map(
        ({ on, length }) => `<td colspan="${length}" style="background:${on ? 'black' : 'white'}"></td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    });
    expect(await codesIn('html', `<table>${table.join('')}</table>`)).toEqual([URL]);
  });

  test('a table for every row', async () => {
    const cells = rows(
      (on) => `<td style="width:4px;height:4px;background:${on ? '#000' : '#fff'}"></td>`,
      () => '</tr></table><table><tr>',
    );
    expect(await codesIn('html', `<div><table><tr>${cells}</tr></table></div>`)).toEqual([URL]);
  });

  test('rows of boxes', async () => {
    const cells = rows(
      (on) => `<span style="display:inline-block;width:4px;height:4px;background:${on ? '#000' : '#fff'}"></span>`,
      () => '</div><div>',
    );
    expect(await codesIn('html', `<div><div>${cells}</div></div>`)).toEqual([URL]);
  });

  test('one long row that the width of its box breaks', async () => {
    const cells = rows(
      (on) => `<div style="float:left;width:4px;height:4px;background:${on ? '#000' : '#fff'}"></div>`,
      () => '',
    );
    expect(await codesIn('html', `<div style="width:${MODULES.length * 4}px">${cells}</div>`)).toEqual([URL]);
  });

  test('boxes that stand at their own places, the dark ones only', async () => {
    const cells = rows(
      (on, x, y) =>
        on
          ? `<i style="position:absolute;left:${x * 4}px;top:${y * 4}px;width:4px;height:4px;background:#000"></i>`
          : '',
      () => '',
    );
    expect(await codesIn('html', `<div style="position:relative">${cells}</div>`)).toEqual([URL]);
  });

  test('the shadows of one box', async () => {
    const shadows = MODULES.flatMap((row, y) => row.flatMap((on, x) => (on ? [`${x * 5}px ${y * 5}px 0 #000`] : [])));
    expect(await codesIn('html', `<div style="width:5px;height:5px;box-shadow:${shadows.join(',')}"></div>`)).toEqual([
      URL,
    ]);
  });
});

describe('a code of outlines', () => {
  const dark = MODULES.flatMap((row, y) => row.flatMap((on, x) => (on ? [[x, y] as const] : [])));
  test.each([
    ['boxes', dark.map(([x, y]) => `<rect x="${x}" y="${y}" width="1" height="1"/>`).join('')],
    ['one path', `<path fill="#000" d="${dark.map(([x, y]) => `M${x},${y}h1v1h-1z`).join('')}"/>`],
    ['strokes', `<path stroke="#000" fill="none" d="${dark.map(([x, y]) => `M${x} ${y}.5h1`).join('')}"/>`],
    [
      'copies of one',
      `<defs><path id="m" d="M0 0h1v1h-1z"/></defs>${dark.map(([x, y]) => `<use xlink:href="#m" x="${x}" y="${y}"/>`).join('')}`,
    ],
    [
      'boxes that are moved',
      dark.map(([x, y]) => `<g transform="translate(${x * 3},${y * 3})"><rect width="3" height="3"/></g>`).join(''),
    ],
  ])('%s', async (_, inner) => {
    const size = MODULES.length;
    expect(
      await codesIn(
        'html',
        `<svg viewBox="0 0 ${size} ${size}"><rect width="100%" height="100%" fill="#fff"/>${inner}</svg>`,
      ),
    ).toEqual([URL]);
  });
});

describe('a code of letters', () => {
  const halves = Array.from({ length: Math.ceil(MODULES.length / 2) }, (_, line) =>
    (MODULES[0] ?? [])
      .map(
        (_on, x) => ' ▀▄█'[Number(MODULES[line * 2]?.[x] ?? false) + 2 * Number(MODULES[line * 2 + 1]?.[x] ?? false)],
      )
      .join(''),
  );
  const doubled = (on: string, off: string) => MODULES.map((row) => row.map((dark) => (dark ? on : off)).join(''));

  test('half blocks', async () => {
    expect(await codesIn('plain', `Scan me:\n\n${halves.join('\n')}\n\nIT desk`)).toEqual([URL]);
  });
  test('white on black, as a terminal has it', async () => {
    const turned = halves.map((line) => line.replace(/./g, (one) => '█▄▀ '[' ▀▄█'.indexOf(one)] ?? one));
    expect(await codesIn('plain', turned.join('\n'))).toEqual([URL]);
  });
  test.each([
    ['██', '  '],
    ['##', '  '],
    ['11', '00'],
    ['⬛', '⬜'],
    ['#', ' '],
  ])('%j and %j', async (on, off) => {
    expect(await codesIn('plain', `Scan me:\n${doubled(on, off).join('\n')}\n`)).toEqual([URL]);
  });
  test('digits with blanks between them', async () => {
    const lines = MODULES.map((row) => row.map((on) => (on ? '1' : '0')).join(' '));
    expect(await codesIn('plain', lines.join('\n'))).toEqual([URL]);
  });
  test('letters whose colour tells them apart', async () => {
    const cells = rows(
      (on) => `<font color="${on ? '#000' : '#fff'}">██</font>`,
      () => '<br>',
    );
    expect(await codesIn('html', `<div>${cells}</div>`)).toEqual([URL]);
  });
  test('in HTML, by lines and by preformatted text', async () => {
    expect(await codesIn('html', `<pre>${halves.join('\n')}</pre>`)).toEqual([URL]);
    const lines = halves.map((line) => `<div>${line.replaceAll(' ', '&nbsp;')}</div>`);
    expect(await codesIn('html', `<div style="line-height:1">\n${lines.join('\n')}\n</div>`)).toEqual([URL]);
    expect(
      await codesIn('html', `<p>${halves.map((line) => line.replaceAll(' ', '&nbsp;')).join('<br>\n')}</p>`),
    ).toEqual([URL]);
  });
});

test('a picture in the page’s own source', async () => {
  const { toBuffer } = await import('qrcode');
  const png = (await toBuffer(URL, { width: 200 })).toString('base64');
  expect(await codesIn('html', `<img src="data:image/png;base64,${png}">`)).toEqual([URL]);
  expect(await codesIn('html', `<div style="background:url('data:image/png;base64,${png}')"></div>`)).toEqual([URL]);
});

test.each(['upright', 'level'])('a code cut in two pictures by an %s line', async (cut) => {
  const framed = qrModules(URL, 4);
  const half = Math.floor(framed.length / 2);
  const parts =
    cut === 'level'
      ? [framed.slice(0, half), framed.slice(half)]
      : [framed.map((row) => row.slice(0, half)), framed.map((row) => row.slice(half))];
  const pictures = parts.map((part, at) => {
    const head = `--b\r\nContent-Type: image/png\r\nContent-ID: <p${at}>\r\nContent-Disposition: inline; filename=p${at}.png\r\n`;
    return `${head}Content-Transfer-Encoding: base64\r\n\r\n${modulesAsPng(part, 5).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`;
  });
  const mail = `From: ada@a.example\r\nTo: bo@b.example\r\nSubject: Sign in\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img src="cid:p0"><img src="cid:p1">\r\n${pictures.join('')}--b--\r\n`;
  const { links } = await readSpecimen({ kind: 'mail', bytes: Buffer.from(mail) }, 's1');
  expect(links.map(({ source, url }) => `${source} ${url}`)).toEqual([`qr ${URL}`]);
});

test('ordinary tables and ruled lines are no codes', async () => {
  const table = `<table>${'<tr><td></td><td bgcolor="#ccc"></td><td>1</td></tr>'.repeat(60)}</table>`;
  expect(await codesIn('html', `${table}${'<div></div>'.repeat(600)}`)).toEqual([]);
  expect(await codesIn('plain', `${'#'.repeat(70)}\n#${' '.repeat(68)}#\n`.repeat(20))).toEqual([]);
});

test('a hundred thousand boxes, shadows and letters end soon', async () => {
  const start = process.cpuUsage();
  await codesIn('html', `<div>${'<i style="background:#000"></i><b></b>'.repeat(90_000)}</div>`);
  await codesIn('html', `<div style="box-shadow:${'1px 1px #000,'.repeat(100_000)}"></div>`);
  await codesIn('plain', '█ '.repeat(150_000).replace(/.{100}/g, '$&\n'));
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(6_000);
}, 60_000);
