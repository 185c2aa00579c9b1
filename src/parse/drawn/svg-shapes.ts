import { defaultTreeAdapter, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Bitmap } from './bitmap.ts';
import { shadeOf } from './shade.ts';
import { paint, type Shape } from './vector.ts';

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const MOST_ELEMENTS = 40_000;
const MOST_NUMBERS = 400_000;
/** Fewer corners draw no code. */
const FEWEST_CORNERS = 300;
const SIDE = 560;

interface Ink {
  fill: number | undefined;
  stroke: number | undefined;
  strokeWidth: number;
}

interface Step {
  node: Tree.Element;
  at: Matrix;
  ink: Ink;
  uses: number;
}

/** What an `<svg>` draws, as a picture, where it has enough corners to be a code. */
export function paintSvg(svg: Tree.Element): Bitmap | undefined {
  const shapes: Shape[] = [];
  const named = namedIn(svg);
  const steps: Step[] = [{ node: svg, at: IDENTITY, ink: { fill: 0, stroke: undefined, strokeWidth: 1 }, uses: 0 }];
  let numbers = 0;
  for (let step = steps.pop(), count = 0; step && count < MOST_ELEMENTS; step = steps.pop(), count += 1) {
    const { node, uses } = step;
    const attributes = new Map(node.attrs.map(({ name, value }) => [name.toLowerCase(), value]));
    const ink = inkOf(attributes, step.ink);
    const at = times(step.at, matrixOf(attributes.get('transform') ?? ''));
    const number = (name: string): number => Number.parseFloat(attributes.get(name) ?? '0') || 0;
    for (const contours of outlines(node, attributes, ink)) {
      numbers += contours.reduce((sum, points) => sum + points.length, 0);
      if (numbers > MOST_NUMBERS) return undefined;
      const shade = ink.fill ?? ink.stroke ?? 0;
      shapes.push({ contours: contours.map((points) => placed(points, at)), grey: shade });
    }
    if (node.tagName === 'use' && uses < 3) {
      const target = named.get((attributes.get('href') ?? attributes.get('xlink:href') ?? '').replace(/^#/, ''));
      const moved = times(at, [1, 0, 0, 1, number('x'), number('y')]);
      if (target) steps.push({ node: target, at: moved, ink, uses: uses + 1 });
    }
    if (node.tagName === 'defs' || node.tagName === 'symbol') continue;
    for (const child of node.childNodes.toReversed()) {
      if (defaultTreeAdapter.isElementNode(child) && steps.length < MOST_ELEMENTS)
        steps.push({ node: child, at, ink, uses });
    }
  }
  if (numbers / 2 < FEWEST_CORNERS) return undefined;
  const bitmap = paint(shapes, SIDE);
  // A code is as high as wide; most drawings with so many corners are the letters of a logo.
  const square = bitmap && Math.min(bitmap.width, bitmap.height) > Math.max(bitmap.width, bitmap.height) * 0.75;
  return square ? bitmap : undefined;
}

function namedIn(svg: Tree.Element): Map<string, Tree.Element> {
  const named = new Map<string, Tree.Element>();
  const nodes: Tree.Element[] = [svg];
  for (let node = nodes.pop(), count = 0; node && count < MOST_ELEMENTS; node = nodes.pop(), count += 1) {
    const id = node.attrs.find(({ name }) => name === 'id')?.value;
    if (id && !named.has(id)) named.set(id, node);
    for (const child of node.childNodes) if (defaultTreeAdapter.isElementNode(child)) nodes.push(child);
  }
  return named;
}

/** The outlines of one element: as drawn, or the strips that a wide pen leaves. */
function outlines(node: Tree.Element, attributes: ReadonlyMap<string, string>, ink: Ink): number[][][] {
  const number = (name: string): number => Number.parseFloat(attributes.get(name) ?? '0') || 0;
  if (node.tagName === 'rect') {
    const [x, y, w, h] = [number('x'), number('y'), number('width'), number('height')];
    // A ground that fills the whole picture says nothing of the size.
    if (ink.fill === undefined || (attributes.get('width') ?? '').includes('%') || w <= 0 || h <= 0) return [];
    return [[[x, y, x + w, y, x + w, y + h, x, y + h]]];
  }
  if (node.tagName === 'circle') {
    const [x, y, r] = [number('cx'), number('cy'), number('r') * 0.9];
    return ink.fill === undefined ? [] : [[[x - r, y - r, x + r, y - r, x + r, y + r, x - r, y + r]]];
  }
  if (node.tagName === 'polygon') {
    const points = numbersOf(attributes.get('points') ?? '');
    return ink.fill === undefined ? [] : [[points.slice(0, points.length & ~1)]];
  }
  if (node.tagName !== 'path') return [];
  const contours = pathContours(attributes.get('d') ?? '');
  if (ink.fill !== undefined && contours.some((points) => points.length >= 6)) return [contours];
  if (ink.stroke === undefined) return [];
  const half = ink.strokeWidth / 2;
  return [contours.flatMap((points) => strips(points, half))];
}

/** Level and upright lines as the boxes that they fill. */
function strips(points: number[], half: number): number[][] {
  const boxes: number[][] = [];
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points.slice(at, at + 4);
    if (y1 === y2 && x1 !== x2) boxes.push([x1, y1 - half, x2, y1 - half, x2, y1 + half, x1, y1 + half]);
    else if (x1 === x2 && y1 !== y2) boxes.push([x1 - half, y1, x1 + half, y1, x1 + half, y2, x1 - half, y2]);
  }
  return boxes;
}

function numbersOf(text: string): number[] {
  return (text.slice(0, MOST_NUMBERS * 4).match(/[-+]?(?:\d{1,9}\.?\d{0,9}|\.\d{1,9})(?:e[-+]?\d{1,3})?/gi) ?? []).map(
    Number,
  );
}

/** How many numbers each command of a path takes; the last two of them are where it ends. */
const TAKES: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, z: 0, c: 6, s: 4, q: 4, t: 2, a: 7 };

/** The contours of a path; a curve counts as the line to its end. */
function pathContours(d: string): number[][] {
  const contours: number[][] = [];
  let contour: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = '', rest = ''] of d.slice(0, MOST_NUMBERS * 4).matchAll(/([a-z])([^a-df-z]*)/gi)) {
    const command = letter.toLowerCase();
    const takes = TAKES[command];
    if (takes === undefined) continue;
    const relative = letter === command;
    const numbers = numbersOf(rest);
    if (command === 'z') {
      [x, y] = [startX, startY];
      continue;
    }
    for (let at = 0; at + takes <= numbers.length; at += takes) {
      const last = numbers[at + takes - 1] as number;
      const before = numbers[at + takes - 2] ?? 0;
      if (command === 'h') x = relative ? x + last : last;
      else if (command === 'v') y = relative ? y + last : last;
      else [x, y] = relative ? [x + before, y + last] : [before, last];
      if (command === 'm' && at === 0) {
        [startX, startY] = [x, y];
        contour = [];
        contours.push(contour);
      }
      contour.push(x, y);
    }
  }
  return contours;
}

function inkOf(attributes: ReadonlyMap<string, string>, around: Ink): Ink {
  const style = attributes.get('style') ?? '';
  const said = (name: string): string | undefined =>
    new RegExp(`(?:^|;)\\s{0,9}${name}\\s{0,9}:\\s{0,9}([^;]{1,60})`, 'i').exec(style)?.[1]?.trim() ??
    attributes.get(name);
  const [fill, stroke] = [said('fill'), said('stroke')];
  const clear = /^(?:none|transparent)$/i;
  return {
    fill: fill === undefined ? around.fill : clear.test(fill) ? undefined : (shadeOf(fill) ?? 0),
    stroke: stroke === undefined ? around.stroke : clear.test(stroke) ? undefined : (shadeOf(stroke) ?? 0),
    strokeWidth: Number.parseFloat(said('stroke-width') ?? '') || around.strokeWidth,
  };
}

function matrixOf(text: string): Matrix {
  let matrix = IDENTITY;
  for (const [, name = '', inner = ''] of text.slice(0, 500).matchAll(/(translate|scale|matrix)\(([^)]{1,200})\)/gi)) {
    const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = numbersOf(inner);
    if (name.toLowerCase() === 'translate') matrix = times(matrix, [1, 0, 0, 1, a, b ?? 0]);
    else if (name.toLowerCase() === 'scale') matrix = times(matrix, [a, 0, 0, b ?? a, 0, 0]);
    else matrix = times(matrix, [a, b ?? 0, c, d, e, f]);
  }
  return matrix;
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function placed(points: number[], [a, b, c, d, e, f]: Matrix): number[] {
  const out: number[] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x, y] = [points[at] as number, points[at + 1] as number];
    out.push(a * x + c * y + e, b * x + d * y + f);
  }
  return out;
}
