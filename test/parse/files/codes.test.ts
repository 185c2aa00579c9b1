import { describe, expect, test } from 'vitest';
import { toImageData } from '../../../src/parse/drawn/bitmap.ts';
import { readCodes } from '../../../src/parse/files/codes.ts';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { qrModules } from '../../helpers/qr.ts';

/** A picture with codes at given places, on a ground of ruled lines like those of a screenshot. */
function screenshot(
  width: number,
  height: number,
  codes: { text: string; x: number; y: number; scale: number }[],
): ImageData {
  const grey = new Uint8Array(width * height).fill(245);
  for (let y = 0; y < height; y += 23) grey.fill(90, y * width, y * width + Math.floor(width * 0.7));
  for (const { text, x, y, scale } of codes) {
    const modules = qrModules(text, 4);
    for (let row = 0; row < modules.length * scale; row += 1) {
      for (let column = 0; column < modules.length * scale; column += 1) {
        const on = modules[Math.floor(row / scale)]?.[Math.floor(column / scale)] === true;
        grey[(y + row) * width + x + column] = on ? 0 : 255;
      }
    }
  }
  return toImageData({ width, height, grey });
}

describe('codes in a picture', () => {
  test('a small one in the corner of a large screen', async () => {
    const picture = screenshot(2560, 1440, [{ text: 'https://evil.example/small', x: 2300, y: 1250, scale: 3 }]);
    expect(await readCodes(picture)).toEqual(['https://evil.example/small']);
  }, 15_000);

  test('several at once, of several sizes', async () => {
    const texts = ['https://a.example/1', 'https://b.example/2', 'https://c.example/3'];
    const picture = screenshot(1200, 500, [
      { text: texts[0] as string, x: 20, y: 20, scale: 4 },
      { text: texts[1] as string, x: 400, y: 150, scale: 3 },
      { text: texts[2] as string, x: 750, y: 30, scale: 8 },
    ]);
    expect((await readCodes(picture))?.sort()).toEqual(texts);
  }, 15_000);

  test('one with a logo on it', async () => {
    const picture = screenshot(500, 500, [{ text: 'https://evil.example/logo', x: 20, y: 20, scale: 10 }]);
    for (let y = 0; y < 36; y += 1) picture.data.fill(120, ((170 + y) * 500 + 170) * 4, ((170 + y) * 500 + 206) * 4);
    expect(await readCodes(picture)).toEqual(['https://evil.example/logo']);
  });
});

test('a code set in letters in a text file', async () => {
  const lines = qrModules('https://evil.example/txt', 2).map((row) => row.map((on) => (on ? '##' : '  ')).join(''));
  const content = await readFile({
    bytes: Buffer.from(`Scan this:\n${lines.join('\n')}\n`),
    name: 'code.txt',
    declaredType: '',
    inline: false,
  });
  expect(content.links).toEqual([{ url: 'https://evil.example/txt', source: 'qr' }]);
});
