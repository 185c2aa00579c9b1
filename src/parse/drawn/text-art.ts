import { type Bitmap, blankBitmap } from './bitmap.ts';

/**
 * Finds pictures that are set in letters: a QR code of `█▀▄`, of `##` and blanks, of squares. A telephone's camera reads
 * them off the screen, and no picture filter ever meets a picture.
 */
export function textArt(text: string): Bitmap[] {
  const found: Bitmap[] = [];
  let block: string[] = [];
  let start = 0;
  for (let at = 0, lines = 0; at <= text.length && lines < MOST_LINES; lines += 1) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    const line = stop - at > WIDEST * 2 ? undefined : artLine(text.slice(at, stop));
    if (line === undefined) {
      keep(block, found);
      block = [];
    } else {
      if (block.length === 0) start = at;
      if (block.length < WIDEST) block.push(line);
    }
    at = stop + 1;
    if (found.length >= MOST_PICTURES || start > text.length) return found;
  }
  keep(block, found);
  return found.slice(0, MOST_PICTURES);
}

const MOST_LINES = 20_000;
const MOST_PICTURES = 4;
/** The largest code has 177 modules; beside it stands its margin. */
const WIDEST = 400;
/** A code of the smallest kind, two rows of modules a line. */
const FEWEST_LINES = 10;
const NARROWEST = 20;

/** Quadrants of each block element (Unicode, Block Elements): upper left 1, upper right 2, lower left 4, lower right 8. */
const QUADRANTS = new Map<string, number>([
  ['█', 15],
  ['▓', 15],
  ['▀', 3],
  ['▄', 12],
  ['▌', 5],
  ['▐', 10],
  ['▘', 1],
  ['▝', 2],
  ['▖', 4],
  ['▗', 8],
  ['▚', 9],
  ['▞', 6],
  ['▙', 13],
  ['▟', 14],
  ['▛', 7],
  ['▜', 11],
  ['■', 15],
  ['⬛', 15],
  ['◼', 15],
  ['▪', 15],
]);
const LIGHT = /[ ░⬜□◻▫]/;

/** The line as characters of art, or undefined where it is one of words. */
function artLine(raw: string): string | undefined {
  const line = raw
    .replace(/\u00a0|\u2007|\u3000/g, ' ')
    .replace(/\r|\ufe0e|\ufe0f|\u200b/g, '')
    .replace(/^(?:> ?){1,5}/, '')
    .trimEnd();
  if (line === '') return '';
  // 1 0 0 1: blanks between the letters.
  if (/^[^\s█▀▄](?: [^\s█▀▄]){19,}$/.test(line)) return artLine(line.replaceAll(' ', ''));
  const others = new Set<string>();
  let blocks = 0;
  for (const letter of line) {
    if (QUADRANTS.has(letter) || LIGHT.test(letter)) blocks += letter === ' ' ? 0 : 1;
    else if (others.add(letter).size > 2) return undefined;
  }
  if (others.size === 0) return line;
  // Anything else is drawn with one letter and blanks, or with two letters: `##`, 1 and 0.
  const few = blocks === 0 && (others.size === 1 || !line.includes(' '));
  return few && line.length >= 4 && !/^[-=_*~. ]+$/.test(line) ? line : undefined;
}

function keep(block: string[], found: Bitmap[]): void {
  let from = 0;
  let to = block.length;
  while (from < to && block[from] === '') from += 1;
  while (to > from && block[to - 1] === '') to -= 1;
  const rows = block.slice(from, to);
  const spaced = rows.filter((line) => line === '').length * 5 > rows.length * 2;
  const lines = (spaced ? rows.filter((line) => line !== '') : rows).map((line) => [...line]);
  const wide = Math.max(0, ...lines.map((line) => line.length));
  if (lines.length < FEWEST_LINES || wide < NARROWEST) return;
  const ink = inkOf(lines);
  if (ink === undefined) return;
  // A letter is twice as high as wide; only where there are as many lines as letters does one stand for a square.
  const square = wide < lines.length * 1.5;
  const high = square ? 2 : 4;
  const bitmap = blankBitmap(wide * 2, lines.length * high);
  for (const [y, line] of lines.entries()) {
    for (const [x, letter] of line.entries()) {
      const quadrants = QUADRANTS.get(letter) ?? (letter === ink ? 15 : 0);
      for (let row = 0; row < high; row += 1) {
        const half = (quadrants >> (row < high / 2 ? 0 : 2)) & 3;
        const place = (y * high + row) * bitmap.width + x * 2;
        if (half & 1) bitmap.grey[place] = 0;
        if (half & 2) bitmap.grey[place + 1] = 0;
      }
    }
  }
  found.push(bitmap);
}

/** The letter that stands for dark where it is no block: `''` for blocks, undefined where there are too many letters. */
function inkOf(lines: string[][]): string | undefined {
  const kinds = new Set<string>();
  for (const line of lines) for (const letter of line) kinds.add(letter);
  const plain = [...kinds].filter((kind) => !QUADRANTS.has(kind) && kind !== ' ' && !LIGHT.test(kind));
  if (plain.length > 2) return undefined;
  if (plain.length === 2) return DARKER.find((letter) => plain.includes(letter)) ?? plain[0];
  return plain[0] ?? '';
}

const DARKER = ['#', '@', 'M', 'W', 'X', '1', 'x', '*'];
