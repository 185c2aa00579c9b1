import { type Bitmap, blankBitmap } from './bitmap.ts';

/** One filled outline: its contours as x, y, x, y, …, closed by themselves. */
export interface Shape {
  contours: number[][];
  /** 0 black to 255 white. */
  grey: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function boxOf(shapes: readonly Shape[]): Box | undefined {
  const box: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { contours } of shapes) {
    for (const points of contours) {
      for (let at = 0; at + 1 < points.length; at += 2) {
        const x = points[at] as number;
        const y = points[at + 1] as number;
        if (x < box.left) box.left = x;
        if (x > box.right) box.right = x;
        if (y < box.top) box.top = y;
        if (y > box.bottom) box.bottom = y;
      }
    }
  }
  const sizes = [box.right - box.left, box.bottom - box.top];
  return sizes.every((size) => size > 0 && size < 1e7) ? box : undefined;
}

/** Steps along outlines and pixels filled, all shapes together: about a tenth of a second each. */
const MOST_STEPS = 1_500_000;
const MOST_FILLED = 300_000_000;

interface Spent {
  steps: number;
  filled: number;
}

/** Paints shapes in their order, the longer side `side` pixels; undefined where they have no size, or are too many. */
export function paint(shapes: readonly Shape[], side: number): Bitmap | undefined {
  const box = boxOf(shapes);
  if (!box) return undefined;
  const scale = side / Math.max(box.right - box.left, box.bottom - box.top);
  const wide = Math.max(1, Math.ceil((box.right - box.left) * scale));
  const high = Math.max(1, Math.ceil((box.bottom - box.top) * scale));
  const bitmap = blankBitmap(wide, high);
  const spent: Spent = { steps: 0, filled: 0 };
  for (const { contours, grey } of shapes) {
    const placed = contours.map((points) =>
      points.map((value, at) => (at % 2 === 0 ? value - box.left : value - box.top) * scale),
    );
    if (placed.length !== 1 || !fillBox(bitmap, placed[0] as number[], grey, spent)) fill(bitmap, placed, grey, spent);
    if (spent.steps > MOST_STEPS || spent.filled > MOST_FILLED) return undefined;
  }
  return bitmap;
}

/** The common case, an upright box, without the sorting; false where the outline is none. */
function fillBox({ width, height, grey: pixels }: Bitmap, points: number[], grey: number, spent: Spent): boolean {
  if (points.length < 8 || points.length > 10) return false;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0, x5 = x1, y5 = y1] = points;
  const level = y1 === y2 && x2 === x3 && y3 === y4 && x4 === x1;
  const upright = x1 === x2 && y2 === y3 && x3 === x4 && y4 === y1;
  if ((!level && !upright) || x5 !== x1 || y5 !== y1) return false;
  const left = Math.max(0, Math.round(Math.min(x1, x3)));
  const right = Math.min(width, Math.round(Math.max(x1, x3)));
  const first = Math.max(0, Math.ceil(Math.min(y1, y3) - 0.5));
  const last = Math.min(height - 1, Math.ceil(Math.max(y1, y3) - 0.5) - 1);
  for (let row = first; row <= last && right > left; row += 1)
    pixels.fill(grey, row * width + left, row * width + right);
  spent.filled += Math.max(0, last - first + 1) * Math.max(20, right - left);
  return true;
}

/** Fills by the rule of winding numbers at the middle of each row. */
function fill({ width, height, grey: pixels }: Bitmap, contours: number[][], grey: number, spent: Spent): void {
  const crossings = new Map<number, [x: number, turn: number][]>();
  for (const points of contours) {
    const count = points.length >> 1;
    for (let at = 0; at < count; at += 1) {
      const next = (at + 1) % count;
      const x1 = points[at * 2] as number;
      const y1 = points[at * 2 + 1] as number;
      const x2 = points[next * 2] as number;
      const y2 = points[next * 2 + 1] as number;
      const first = Math.max(0, Math.ceil(Math.min(y1, y2) - 0.5));
      const last = Math.min(height - 1, Math.ceil(Math.max(y1, y2) - 0.5) - 1);
      for (let row = first; row <= last; row += 1) {
        const x = x1 + ((row + 0.5 - y1) / (y2 - y1)) * (x2 - x1);
        const list = crossings.get(row);
        if (list) list.push([x, y2 > y1 ? 1 : -1]);
        else crossings.set(row, [[x, y2 > y1 ? 1 : -1]]);
      }
      spent.steps += Math.max(1, last - first + 1);
    }
    if (spent.steps > MOST_STEPS) return;
  }
  for (const [row, list] of crossings) {
    list.sort((one, other) => one[0] - other[0]);
    let winding = 0;
    for (let at = 0; at + 1 < list.length; at += 1) {
      const [from, turn] = list[at] as [number, number];
      winding += turn;
      if (winding === 0) continue;
      const start = Math.max(0, Math.round(from));
      const end = Math.min(width, Math.round((list[at + 1] as [number, number])[0]));
      if (end <= start) continue;
      pixels.fill(grey, row * width + start, row * width + end);
      spent.filled += end - start;
    }
  }
}
