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

/** Rows that may be filled, all shapes together: a thousand shapes as high as the picture. */
const MOST_ROWS = 1_500_000;

/** Paints shapes in their order, the longer side `side` pixels; undefined where they have no size, or are too many. */
export function paint(shapes: readonly Shape[], side: number): Bitmap | undefined {
  const box = boxOf(shapes);
  if (!box) return undefined;
  const scale = side / Math.max(box.right - box.left, box.bottom - box.top);
  const wide = Math.max(1, Math.ceil((box.right - box.left) * scale));
  const high = Math.max(1, Math.ceil((box.bottom - box.top) * scale));
  const bitmap = blankBitmap(wide, high);
  let rows = 0;
  for (const { contours, grey } of shapes) {
    const placed = contours.map((points) =>
      points.map((value, at) => (at % 2 === 0 ? value - box.left : value - box.top) * scale),
    );
    rows += fill(bitmap, placed, grey);
    if (rows > MOST_ROWS) return undefined;
  }
  return bitmap;
}

/** Fills by the rule of winding numbers at the middle of each row; returns the rows that it took. */
function fill({ width, height, grey: pixels }: Bitmap, contours: number[][], grey: number): number {
  const crossings = new Map<number, [x: number, turn: number][]>();
  let steps = 0;
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
      steps += Math.max(0, last - first + 1);
    }
    if (steps > MOST_ROWS) return steps;
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
      if (end > start) pixels.fill(grey, row * width + start, row * width + end);
    }
  }
  return steps;
}
