/**
 * What inline styles let a reader see. Attackers hide salad from filters' eyes (or a filter's bait from the reader's)
 * with a handful of tricks; each is recognised where it is written on the element itself. Rules in style sheets are
 * not followed: text hidden only by a class counts as seen, which errs towards looking at more.
 */

/** What a node inherits from the elements around it. */
export interface Looks {
  /** Inside `display: none` or the like: no descendant can come back. */
  gone: boolean;
  /** Inside `visibility: hidden`: a descendant may be visible again. */
  invisible: boolean;
  /** Type too small to see: a descendant may be larger again. */
  tiny: boolean;
  colour?: string;
  /** `undefined` where it is not given, or is a picture of unknown colour. */
  background?: string;
}

export const SEEN: Looks = { gone: false, invisible: false, tiny: false };

export function isHidden(looks: Looks): boolean {
  return looks.gone || looks.invisible || looks.tiny || sameColour(looks.colour, looks.background);
}

/** The looks inside an element, from those around it and its own attributes. */
export function looksInside(around: Looks, attributes: ReadonlyMap<string, string>): Looks {
  const style = declarations(attributes.get('style') ?? '');
  const inside: Looks = { ...around };
  if (attributes.has('hidden') || isGone(style)) inside.gone = true;
  const visibility = style.get('visibility');
  if (visibility) inside.invisible = visibility === 'hidden' || visibility === 'collapse';
  const size = style.get('font-size');
  if (size) {
    // Relative sizes of nothing stay nothing; only an absolute size brings the text back.
    if (isTiny(size)) inside.tiny = true;
    else if (!/^[\d.]+\s*(?:em|%)/.test(size)) inside.tiny = false;
  }
  if (/(?:^|\s)0(?:\.0+)?(?:px|pt|em|rem|%)?(?:\/|\s)/.test(style.get('font') ?? '')) inside.tiny = true;
  const colour = style.get('color') ?? attributes.get('color') ?? attributes.get('text');
  if (colour) inside.colour = normalColour(colour);
  const background = style.get('background') ?? style.get('background-color') ?? attributes.get('bgcolor');
  if (attributes.has('background') || style.has('background-image') || /url\(|gradient/.test(background ?? '')) {
    // White type on a dark picture is honest: what lies behind is unknown.
    inside.background = undefined;
  } else if (background) {
    const found = normalColour(background.split(/\s(?![^(]*\))/)[0] ?? '');
    if (found !== 'transparent') inside.background = found;
  }
  return inside;
}

function declarations(style: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration
      .slice(colon + 1)
      .trim()
      .toLowerCase()
      .replace(/\s*!important$/, '');
    found.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return found;
}

function isGone(style: Map<string, string>): boolean {
  if (style.get('display') === 'none') return true;
  if (/^(?:0?\.0+|0+(?:\.0+)?%?)$/.test(style.get('opacity') ?? '')) return true;
  if (/scale\(\s*0+(?:\.0+)?\s*[,)]/.test(style.get('transform') ?? '')) return true;
  if (/^(?:rect\(\s*0|inset\(\s*(?:50|100)%)/.test(style.get('clip') ?? style.get('clip-path') ?? '')) return true;
  // Without the overflow cut off, a browser shows what does not fit into the box.
  const cuts = /hidden|clip/.test(`${style.get('overflow') ?? ''} ${style.get('overflow-y') ?? ''}`);
  const boxes = ['width', 'height', 'max-width', 'max-height'];
  if (cuts && boxes.some((side) => pixels(style.get(side)) <= 1)) return true;
  if (pixels(style.get('text-indent')) <= -500) return true;
  const placed = /absolute|fixed|relative/.test(style.get('position') ?? '');
  const offsets = ['left', 'top', 'right', 'bottom', 'margin-left', 'margin-top'];
  return offsets.some((side) => pixels(style.get(side)) <= -500 && (placed || side.startsWith('margin')));
}

function isTiny(size: string): boolean {
  return pixels(size) <= 1 || /^0+(?:\.\d{0,9})?(?:em|rem|%)/.test(size);
}

/** A length in pixels or points as a number; NaN for all else, so that every comparison fails. */
function pixels(length: string | undefined): number {
  const [, number] = /^(-?\d{0,9}(?:\.\d{1,9})?)(?:px|pt)?$/.exec(length ?? '') ?? [];
  return number ? Number(number) : Number.NaN;
}

const NAMED: Record<string, string> = { white: '255,255,255', black: '0,0,0', snow: '255,250,250' };

function normalColour(colour: string): string {
  const text = colour.trim().toLowerCase();
  const hex = /^#([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (hex) {
    const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    if (long.length === 8 && long.endsWith('00')) return 'transparent';
    return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)).join(',');
  }
  const numbers = /^rgba?\(([^)]{1,60})\)$/.exec(text)?.[1]?.split(/[\s,/]+/);
  if (numbers && numbers.length >= 3) {
    if (numbers.length > 3 && Number.parseFloat(numbers[3] as string) === 0) return 'transparent';
    return numbers.slice(0, 3).map(Number).join(',');
  }
  return NAMED[text] ?? text;
}

/** Also true for a difference that no eye sees: `#fefefe` on `#ffffff`. */
function sameColour(colour: string | undefined, background: string | undefined): boolean {
  if (colour === 'transparent') return true;
  if (!colour || !background) return false;
  if (colour === background) return true;
  const one = colour.split(',').map(Number);
  const other = background.split(',').map(Number);
  return one.length === 3 && other.length === 3 && one.every((part, at) => Math.abs(part - (other[at] as number)) <= 8);
}
