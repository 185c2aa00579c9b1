import type { PDFPageProxy } from 'unpdf/pdfjs';
import { OPS } from 'unpdf/pdfjs';
import { type Bitmap, blankBitmap } from '../drawn/bitmap.ts';
import { paint, type Shape } from '../drawn/vector.ts';
import { LIMITS } from './file-content.ts';

/** A picture on a page, as pixels, and where it stands: a matrix from the unit square to the page. */
export interface PlacedImage {
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
const MOST_POINTS = 200_000;
const MOST_SHAPES = 40_000;
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

/** Pixels of a picture as pdf.js hands it over: one bit, three bytes or four a pixel; a stencil is filled with the colour. */
function pixelsOf(object: unknown, ink: number, mayDecode: (pixels: number) => boolean): ImageData | undefined {
  const { data, width = 0, height = 0 } = (object ?? {}) as { data?: unknown; width?: number; height?: number };
  if (!ArrayBuffer.isView(data) || width < 24 || height < 24) return undefined;
  const count = width * height;
  if (count > LIMITS.pixels || !mayDecode(count)) return undefined;
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const out = new Uint8ClampedArray(count * 4).fill(255);
  const stencil = !('kind' in (object as object));
  const channels = bytes.length / count;
  if (channels >= 1) {
    for (let pixel = 0; pixel < count; pixel += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        out[pixel * 4 + channel] = bytes[Math.floor(pixel * channels) + (channels < 3 ? 0 : channel)] ?? 0;
      }
    }
  } else {
    const stride = (width + 7) >> 3;
    if (bytes.length < stride * height) return undefined;
    for (let pixel = 0; pixel < count; pixel += 1) {
      const x = pixel % width;
      const bit = (bytes[((pixel - x) / width) * stride + (x >> 3)] as number) & (128 >> (x & 7));
      // In a stencil the zeros are what is inked.
      const value = stencil ? (bit ? 255 : ink) : bit ? 255 : 0;
      out.fill(value, pixel * 4, pixel * 4 + 3);
    }
  }
  return { data: out, width, height, colorSpace: 'srgb' } as ImageData;
}

/** Filled outlines of fewer than so many corners draw no code: the smallest has 21 × 21 modules. */
const FEWEST_CORNERS = 300;
const SIDE = 1_200;

/** The page's outlines as one picture, where there are enough of them for a code. */
export function paintShapes({ shapes }: DrawnPage): Bitmap | undefined {
  const corners = shapes.reduce((sum, { contours }) => sum + contours.reduce((all, one) => all + one.length / 2, 0), 0);
  if (corners < FEWEST_CORNERS) return undefined;
  return paint(shapes, SIDE);
}

/** The page's pictures side by side, as a reader sees them: a code may be cut into strips of which none is one. */
export function paintImages({ images }: DrawnPage): Bitmap | undefined {
  if (images.length < 2) return undefined;
  const boxes = images.map(({ place: [a, b, c, d, e, f] }) => {
    if (Math.abs(b) + Math.abs(c) > 0.01 * (Math.abs(a) + Math.abs(d))) return undefined;
    return { left: Math.min(e, e + a), top: Math.max(f, f + d), wide: Math.abs(a), high: Math.abs(d), flip: d < 0 };
  });
  const placed = boxes.filter((box) => box !== undefined);
  const left = Math.min(...placed.map((box) => box.left));
  const top = Math.max(...placed.map((box) => box.top));
  const wide = Math.max(...placed.map((box) => box.left + box.wide)) - left;
  const high = top - Math.min(...placed.map((box) => box.top - box.high));
  if (!(wide > 0 && high > 0 && wide < 1e6 && high < 1e6)) return undefined;
  const scale = SIDE / Math.max(wide, high);
  const bitmap = blankBitmap(Math.ceil(wide * scale), Math.ceil(high * scale));
  for (const [index, { image }] of images.entries()) {
    const box = boxes[index];
    if (!box) continue;
    const [x0, y0] = [Math.round((box.left - left) * scale), Math.round((top - box.top) * scale)];
    const [w, h] = [Math.round(box.wide * scale), Math.round(box.high * scale)];
    for (let y = 0; y < h && y0 + y < bitmap.height; y += 1) {
      const row = Math.floor(((y + 0.5) / h) * image.height);
      const line = (box.flip ? image.height - 1 - row : row) * image.width;
      for (let x = 0; x < w && x0 + x < bitmap.width; x += 1) {
        const at = (line + Math.floor(((x + 0.5) / w) * image.width)) * 4;
        bitmap.grey[(y0 + y) * bitmap.width + x0 + x] = image.data[at + 1] ?? 255;
      }
    }
  }
  return bitmap;
}
