import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Declared } from '../declarations.ts';
import { type Bitmap, blankBitmap } from './bitmap.ts';
import type { Drawing } from './drawing.ts';
import { shadeOf } from './shade.ts';

interface Cell {
  shade: number;
  /** Width and height as given, in pixels or in columns. */
  wide: number;
  high: number;
  /** Where it stands, when the style says so. */
  spot?: readonly [left: number, top: number];
}

interface Row {
  cells: Cell[];
  at: number;
}

const MOST_CELLS = 60_000;
const LEAVES = new Set('td th div span i b p font li em u s a'.split(' '));
/** The smallest code has 21 modules a side; a lump of dark ones may be one wide cell, a row of light ones none at all. */
const FEWEST_ROWS = 15;
const FEWEST_CELLS = 150;
const SIDE = 530;

/**
 * Gathers the empty coloured boxes of a page while its tree is walked, and finds those that together are a picture: the
 * cells of a table, rows of boxes side by side, boxes that stand at places of their own. No picture is in the mail, and
 * a telephone reads the code off the screen all the same.
 */
export class CellGrid {
  readonly #rows = new Map<Tree.Node, Row[]>();
  #cells = 0;

  /** `background` is the colour that lies behind the element, `colour` that of its letters; `at` where the text stands. */
  enter(
    node: Tree.Element,
    attributes: ReadonlyMap<string, string>,
    style: () => Declared,
    looks: { background?: string; colour?: string; at: number },
  ): void {
    if (node.childNodes.length > 1 || !LEAVES.has(node.tagName) || this.#cells >= MOST_CELLS) return;
    const [child] = node.childNodes;
    const text = child && defaultTreeAdapter.isTextNode(child) ? child.value : '';
    // A letter that fills its whole box makes it a box of the letter's colour.
    const filled = /^[█■]{1,4}$/.test(text);
    if (child && (text === '' || text.length > 100 || (!filled && /[^\s\u00a0]/.test(text)))) return;
    const parent = outermost(node).parentNode;
    if (!parent) return;
    this.#cells += 1;
    const row = this.#rowOf(parent, looks.at);
    const declared = style();
    const length = (name: string): number => pixels(declared.get(name)?.value ?? attributes.get(name));
    const span = Math.min(
      200,
      Number(attributes.get('colspan')) || [...text].filter((one) => filled || one === '\u00a0').length,
    );
    const [left, top] = [pixels(declared.get('left')?.value), pixels(declared.get('top')?.value)];
    row.cells.push({
      shade: shadeOf(filled ? (looks.colour ?? '#000') : looks.background) ?? 255,
      wide: Math.max(0, length('width')) || Math.max(1, span),
      high: length('height'),
      ...(Number.isFinite(left) && Number.isFinite(top) && { spot: [left, top] as const }),
    });
  }

  /** A line break among boxes that stand side by side. */
  breakRow(node: Tree.Element): void {
    const rows = node.parentNode && this.#rows.get(node.parentNode);
    if (rows && rows.length < 1_000) rows.push({ cells: [], at: rows[0]?.at ?? 0 });
  }

  finish(): Drawing[] {
    const found: Drawing[] = [];
    const stacks = new Map<Tree.Node, Row[]>();
    for (const [node, rows] of this.#rows) {
      const cells = rows.flatMap((row) => row.cells);
      const at = rows[0]?.at ?? 0;
      const side = Math.sqrt(cells.length);
      const placed = cells.filter((cell) => cell.spot);
      let bitmap: Bitmap | undefined;
      if (placed.length >= FEWEST_CELLS) bitmap = paintPlaced(placed);
      else if (rows.length >= FEWEST_ROWS) bitmap = paintRows(rows);
      else if (side >= 21 && Number.isInteger(side)) {
        bitmap = paintRows(
          Array.from({ length: side }, (_, y) => ({ at, cells: cells.slice(y * side, (y + 1) * side) })),
        );
      } else {
        const container = outermost(node as Tree.Element).parentNode;
        if (container) stacks.set(container, [...(stacks.get(container) ?? []), ...rows]);
      }
      if (bitmap) found.push({ bitmap, at });
    }
    for (const rows of stacks.values()) {
      const bitmap = rows.length >= FEWEST_ROWS ? paintRows(rows) : undefined;
      if (bitmap) found.push({ bitmap, at: rows[0]?.at ?? 0 });
    }
    return found.slice(0, 4);
  }

  #rowOf(parent: Tree.Node, at: number): Row {
    const rows = this.#rows.get(parent);
    const last = rows?.at(-1);
    if (last) return last;
    const row: Row = { cells: [], at };
    this.#rows.set(parent, [row]);
    return row;
  }
}

/** The outermost element that holds nothing but this one: a cell around its box, a table around its only row. */
function outermost(node: Tree.Element): Tree.Element {
  let outer = node;
  for (let steps = 0; steps < 4; steps += 1) {
    const parent = outer.parentNode;
    if (!parent || !defaultTreeAdapter.isElementNode(parent) || parent.childNodes.length > 3) break;
    const alone = parent.childNodes.every(
      (child) => child === outer || (defaultTreeAdapter.isTextNode(child) && child.value.trim() === ''),
    );
    if (!alone) break;
    outer = parent;
  }
  return outer;
}

function pixels(length: string | undefined): number {
  const [, number] = /^\s{0,5}(-?\d{1,5}(?:\.\d{1,6})?)(?:px|pt)?\s{0,5}$/.exec(length ?? '') ?? [];
  return number === undefined ? Number.NaN : Number(number);
}

/** Paints rows below each other. Where any width is not given, or is not the same sort of number, columns are counted. */
function paintRows(rows: readonly Row[]): Bitmap | undefined {
  const filled = rows.filter((row) => row.cells.length > 0);
  const cells = filled.reduce((sum, row) => sum + row.cells.length, 0);
  if (filled.length < FEWEST_ROWS || cells < FEWEST_CELLS || !isMixed(filled.flatMap((row) => row.cells))) {
    return undefined;
  }
  const widths = filled.map((row) => row.cells.reduce((sum, cell) => sum + cell.wide, 0));
  const unit = Math.min(...filled.flatMap((row) => row.cells.map((cell) => cell.wide)));
  const across = Math.max(...widths);
  const down = filled.map((row) => {
    const known = Math.max(...row.cells.map((cell) => cell.high || 0));
    // A height without widths is in another measure than the columns that are counted then.
    return unit > 1 && known >= unit ? known : unit;
  });
  const tall = down.reduce((sum, high) => sum + high, 0);
  // A code is as high as wide; a long column of cells is the frame of a letter.
  if (tall * 0.6 > across || across * 0.6 > tall) return undefined;
  const scale = Math.min(4, SIDE / Math.max(across, tall));
  const bitmap = blankBitmap(Math.ceil(across * scale), Math.ceil(tall * scale));
  let top = 0;
  for (const [index, row] of filled.entries()) {
    let left = 0;
    const bottom = top + (down[index] as number);
    for (const cell of row.cells) {
      box(
        bitmap,
        [left, top, left + cell.wide, bottom].map((side) => Math.round(side * scale)),
        cell.shade,
      );
      left += cell.wide;
    }
    top = bottom;
  }
  return bitmap;
}

function paintPlaced(cells: readonly Cell[]): Bitmap | undefined {
  const left = Math.min(...cells.map(({ spot }) => spot?.[0] ?? 0));
  const top = Math.min(...cells.map(({ spot }) => spot?.[1] ?? 0));
  const boxes = cells.map(({ spot = [0, 0], wide, high, shade }) => {
    const [x, y] = [spot[0] - left, spot[1] - top];
    return { sides: [x, y, x + wide, y + (high || wide)], shade };
  });
  const most = Math.max(...boxes.map(({ sides }) => Math.max(...sides)));
  if (!(most >= 21 && most < 5_000)) return undefined;
  const scale = Math.min(4, SIDE / most);
  const bitmap = blankBitmap(Math.ceil(most * scale), Math.ceil(most * scale));
  for (const { sides, shade } of boxes) {
    box(
      bitmap,
      sides.map((side) => Math.round(side * scale)),
      shade,
    );
  }
  return bitmap;
}

/** Both colours are there, take turns, and neither is a rare exception: the cells of a letter's frame are of one colour. */
function isMixed(cells: readonly Cell[]): boolean {
  let [least, most] = [255, 0];
  for (const { shade } of cells) {
    least = Math.min(least, shade);
    most = Math.max(most, shade);
  }
  if (most - least < 40) return false;
  const middle = (least + most) / 2;
  let [dark, turns] = [0, 0];
  for (const [at, { shade }] of cells.entries()) {
    if (shade < middle) dark += 1;
    if (at > 0 && shade < middle !== (cells[at - 1] as Cell).shade < middle) turns += 1;
  }
  return dark * 8 > cells.length && dark * 8 < cells.length * 7 && turns >= FEWEST_TURNS;
}

/** A code of the smallest kind turns about ten times a row. */
const FEWEST_TURNS = 120;

function box({ width, height, grey }: Bitmap, sides: number[], shade: number): void {
  const [left = 0, top = 0, right = 0, bottom = 0] = sides;
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1) {
    grey.fill(shade, y * width + Math.max(0, left), y * width + Math.min(width, right));
  }
}
