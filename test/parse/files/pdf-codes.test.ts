import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName, rgb } from 'pdf-lib';
import { toBuffer } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { qrModules } from '../../helpers/qr.ts';

const URL = 'https://evil.example/qr';
const look = (bytes: Uint8Array) => readFile({ bytes, name: 'a.pdf', declaredType: '', inline: false });

async function codesOn(draw: (doc: PDFDocument) => unknown): Promise<string[]> {
  const doc = await PDFDocument.create();
  doc.addPage([595, 842]).drawText('Scan the code', { x: 50, y: 700 });
  await draw(doc);
  const { links } = await look(await doc.save());
  return links.filter(({ source }) => source === 'qr').map(({ url }) => url);
}

const MODULES = qrModules(URL);
const SIDE = MODULES.length;

/** Draws with the operators of a page. */
function operators(doc: PDFDocument, text: string): void {
  const page = doc.getPage(0);
  page.node.addContentStream(doc.context.register(doc.context.flateStream(text)));
}

const dark = MODULES.flatMap((row, y) => row.flatMap((on, x) => (on ? [[x, y] as const] : [])));

describe('a code drawn on a page', () => {
  test('as rectangles, one filled after the other', async () => {
    expect(
      await codesOn((doc) => {
        for (const [x, y] of dark) {
          const place = { x: 60 + x * 3, y: 400 - y * 3, width: 3, height: 3 };
          doc.getPage(0).drawRectangle({ ...place, color: rgb(0.1, 0.1, 0.4) });
        }
      }),
    ).toEqual([URL]);
  });

  test('as one outline of many squares', async () => {
    const squares = dark.map(([x, y]) => `${60 + x * 4} ${400 - y * 4} m ${64 + x * 4} ${400 - y * 4} l`);
    const paths = squares.map((path, at) => {
      const [x, y] = dark[at] as readonly [number, number];
      return `${path} ${64 + x * 4} ${404 - y * 4} l ${60 + x * 4} ${404 - y * 4} l h`;
    });
    expect(await codesOn((doc) => operators(doc, `q 0 g ${paths.join('\n')} f Q`))).toEqual([URL]);
  });

  test('white on a dark field', async () => {
    const light = MODULES.flatMap((row, y) => row.flatMap((on, x) => (on ? [] : [`${x + 2} ${-y} 1 1 re`])));
    const field = `q 4 0 0 4 60 400 cm 0.1 g 0 ${-SIDE - 1} ${SIDE + 4} ${SIDE + 4} re f`;
    const margin = `1 g 0 ${-SIDE - 1} ${SIDE + 4} 2 re 0 1 ${SIDE + 4} 2 re 0 ${-SIDE} 2 ${SIDE + 2} re`;
    const right = `${SIDE + 2} ${-SIDE} 2 ${SIDE + 2} re f`;
    expect(await codesOn((doc) => operators(doc, `${field} ${margin} ${right} ${light.join(' ')} f Q`))).toEqual([URL]);
  });

  test('small squares of a table draw none', async () => {
    const boxes = Array.from(
      { length: 400 },
      (_, at) => `${50 + (at % 20) * 9} ${400 - Math.floor(at / 20) * 9} 8 8 re`,
    );
    expect(await codesOn((doc) => operators(doc, `q 0 g ${boxes.join(' ')} f Q`))).toEqual([]);
  });
});

describe('a code in a picture', () => {
  /** One bit a pixel, rows padded to bytes. */
  function packed(rows: boolean[][], scale: number, inverted: boolean): Buffer {
    const wide = (rows[0]?.length ?? 0) * scale;
    const stride = Math.ceil(wide / 8);
    const bits = Buffer.alloc(stride * rows.length * scale);
    for (let y = 0; y < rows.length * scale; y += 1) {
      for (let x = 0; x < wide; x += 1) {
        const on = rows[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
        if (on === inverted) bits[y * stride + (x >> 3)] = (bits[y * stride + (x >> 3)] ?? 0) | (128 >> (x & 7));
      }
    }
    return bits;
  }

  function place(doc: PDFDocument, dictionary: Record<string, unknown>, data: Buffer): void {
    const image = doc.context.register(
      doc.context.stream(deflateSync(data), {
        Type: 'XObject',
        Subtype: 'Image',
        Filter: 'FlateDecode',
        ...(dictionary as Record<string, string>),
      }),
    );
    doc.getPage(0).node.setXObject(PDFName.of('Code'), image);
    operators(doc, 'q 120 0 0 120 60 300 cm /Code Do Q');
  }
  const framed = qrModules(URL, 4);
  const size = { Width: framed.length * 3, Height: framed.length * 3, BitsPerComponent: 1 };

  test('of one bit a pixel', async () => {
    const data = packed(framed, 3, false);
    expect(await codesOn((doc) => place(doc, { ...size, ColorSpace: 'DeviceGray' }, data))).toEqual([URL]);
  });

  test('that is a stencil', async () => {
    const data = packed(framed, 3, false);
    expect(await codesOn((doc) => place(doc, { ...size, ImageMask: true }, data))).toEqual([URL]);
  });

  test('cut into two strips', async () => {
    const rows = qrModules(URL, 4);
    const half = Math.floor(rows.length / 2);
    expect(
      await codesOn((doc) => {
        for (const [at, part] of [rows.slice(0, half), rows.slice(half)].entries()) {
          const image = doc.context.register(
            doc.context.stream(deflateSync(packed(part, 3, false)), {
              Type: 'XObject',
              Subtype: 'Image',
              Filter: 'FlateDecode',
              ColorSpace: 'DeviceGray',
              BitsPerComponent: 1,
              Width: rows.length * 3,
              Height: part.length * 3,
            }),
          );
          doc.getPage(0).node.setXObject(PDFName.of(`Strip${at}`), image);
          const below = at === 0 ? 300 + (rows.length - half) * 4 : 300;
          operators(doc, `q ${rows.length * 4} 0 0 ${part.length * 4} 60 ${below} cm /Strip${at} Do Q`);
        }
      }),
    ).toEqual([URL]);
  });

  test('two codes on one page', async () => {
    const other = 'https://other.example/b';
    const found = await codesOn(async (doc) => {
      for (const [at, text] of [URL, other].entries()) {
        const png = await doc.embedPng(await toBuffer(text, { width: 200 }));
        doc.getPage(0).drawImage(png, { x: 50 + at * 250, y: 300, width: 150, height: 150 });
      }
    });
    expect(found.sort()).toEqual([URL, other]);
  });
});
