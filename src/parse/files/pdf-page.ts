import type { PDFPageProxy } from 'unpdf/pdfjs';
import { OPS } from 'unpdf/pdfjs';
import type { Shape } from '../drawn/vector.ts';
import { LIMITS } from './file-content.ts';
import { pixelsOf } from './pdf-pixels.ts';

/** A picture on a page, as pixels, and where it stands: a matrix from the unit square to the page. */
interface PlacedImage {
  image: ImageData;
  place: Matrix;
}

/** What a page shows that is no text: filled outlines in their order, and pictures. */
export interface DrawnPage {
  shapes: Shape[];
  images: PlacedImage[];
  /** True when there was more than is gathered. */
  cut: boolean;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
const MOST_POINTS = 1_000_000;
const MOST_SHAPES = 100_000;
const MOST_STEPS = 300_000;

interface State {
  at: Matrix;
  grey: number;
}

/** Follows the operators of a page: where it fills, with what, and which pictures it puts where. Nothing is rendered. */
export async function drawnOn(page: PDFPageProxy, mayDecode: (pixels: number) => boolean): Promise<DrawnPage> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const drawn: DrawnPage = { shapes: [], images: [], cut: fnArray.length > MOST_STEPS };
  const stack: State[] = [];
  let state: State = { at: IDENTITY, grey: 0 };
  let points = 0;
  const known = new Map<string, ImageData | undefined>();
  const place = async (source: unknown, at: Matrix): Promise<void> => {
    // A stencil names its bits by a key within, any other picture is the key itself.
    const key = typeof source === 'object' && source !== null && 'data' in source ? source.data : source;
    const name = typeof key === 'string' ? `${key} ${state.grey}` : undefined;
    if (name === undefined || !known.has(name)) {
      const image = pixelsOf(typeof key === 'string' ? await objectOf(page, key) : source, state.grey, mayDecode);
      if (name !== undefined) known.set(name, image);
      if (image) drawn.images.push({ image, place: at });
    } else {
      const image = known.get(name);
      if (image) drawn.images.push({ image, place: at });
    }
  };
  for (let step = 0; step < Math.min(fnArray.length, MOST_STEPS); step += 1) {
    const args = (argsArray[step] ?? []) as unknown[];
    switch (fnArray[step]) {
      case OPS.save:
        if (stack.length < 500) stack.push(state);
        break;
      case OPS.restore:
        state = stack.pop() ?? state;
        break;
      case OPS.transform:
        state = { ...state, at: times(state.at, matrixOf(args)) };
        break;
      case OPS.paintFormXObjectBegin:
        if (stack.length < 500) stack.push(state);
        if (args[0]) state = { ...state, at: times(state.at, matrixOf(args[0])) };
        break;
      case OPS.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case OPS.setFillRGBColor:
        state = { ...state, grey: greyOf(args) };
        break;
      case OPS.constructPath: {
        const contours = FILLS.has(args[0] as number) ? contoursOf(args[1], state.at) : [];
        points += contours.reduce((sum, contour) => sum + contour.length, 0);
        if (points > MOST_POINTS || drawn.shapes.length >= MOST_SHAPES) drawn.cut = true;
        else if (contours.length > 0) drawn.shapes.push({ contours, grey: state.grey });
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject:
        await place(args[0], state.at);
        break;
      case OPS.paintImageXObjectRepeat:
      case OPS.paintImageMaskXObjectRepeat:
        await place(args[0], state.at);
        break;
      case OPS.paintImageMaskXObjectGroup:
        for (const one of ((args[0] ?? []) as { transform?: unknown }[]).slice(0, LIMITS.pictures)) {
          await place(one, times(state.at, matrixOf(one.transform)));
        }
        break;
    }
    if (drawn.images.length >= LIMITS.pictures) {
      drawn.cut = true;
      break;
    }
  }
  return drawn;
}

const FILLS: ReadonlySet<number | undefined> = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

function objectOf(page: PDFPageProxy, key: string): Promise<unknown> {
  const store = key.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => store.get(key, resolve));
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function matrixOf(value: unknown): Matrix {
  const numbers = Array.from((value ?? []) as ArrayLike<number>)
    .slice(0, 6)
    .map(Number);
  return numbers.length === 6 && numbers.every(Number.isFinite) ? (numbers as unknown as Matrix) : IDENTITY;
}

/** Brightness of `#rrggbb`, or of three numbers to 255. */
function greyOf(args: unknown[]): number {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(String(args[0]));
  const [red = 0, green = 0, blue = 0] = hex ? hex.slice(1).map((part) => Number.parseInt(part, 16)) : args.map(Number);
  return Math.max(0, Math.min(255, Math.round(red * 0.3 + green * 0.59 + blue * 0.11) || 0));
}

/** Numbers of pdf.js for the parts of a path: move, line, curve of three points, curve of two, close. */
const PARTS = [2, 2, 6, 4, 0];

/** Outlines in page coordinates, upside up; a curve counts as the line to its end. */
function contoursOf(data: unknown, at: Matrix): number[][] {
  const contours: number[][] = [];
  let contour: number[] = [];
  for (const path of Array.isArray(data) ? data : []) {
    if (!ArrayBuffer.isView(path) && !Array.isArray(path)) continue;
    const numbers = path as ArrayLike<number>;
    for (let index = 0; index < numbers.length; ) {
      const part = numbers[index] as number;
      const size = PARTS[part];
      if (size === undefined) return contours;
      if (part === 0) {
        contour = [];
        contours.push(contour);
      }
      if (size > 0) {
        const x = numbers[index + size - 1] as number;
        const y = numbers[index + size] as number;
        contour.push(at[0] * x + at[2] * y + at[4], -(at[1] * x + at[3] * y + at[5]));
      }
      index += 1 + size;
    }
  }
  return contours.filter((points) => points.length >= 6);
}
