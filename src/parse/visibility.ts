import { type Declared, declarations, over } from './declarations.ts';

/**
 * What styles let a reader see. Attackers hide salad from filters' eyes (or a filter's bait from the reader's) with a
 * handful of tricks; each is recognised where it is written on the element itself or in a rule of a style sheet (see
 * `style-sheet.ts`). `mso-hide` alone hides nothing: it is how honest buttons are kept from Outlook, which draws its own.
 */

/** What a node inherits from the elements around it. */
export interface Looks {
  /** Inside `display: none` or the like: no descendant can come back. */
  gone: boolean;
  /** Inside `visibility: hidden`: a descendant may be visible again. */
  invisible: boolean;
  /** Type too small to see: a descendant may be larger again. */
  tiny: boolean;
  /** Type in the colour of what lies behind it. */
  blended: boolean;
  colour?: string;
  /** `undefined` where it is not given, or is a picture of unknown colour. */
  background?: string;
}

export const SEEN: Looks = { gone: false, invisible: false, tiny: false, blended: false, background: '255,255,255' };

export function isHidden(looks: Looks): boolean {
  return looks.gone || looks.invisible || looks.tiny || looks.blended;
}

/** Attributes of old that say how an element looks. */
const PRESENTING = ['hidden', 'color', 'text', 'bgcolor', 'background'];

/** The looks inside an element, from those around it, its own attributes, and what the style sheet says of it. */
export function looksInside(
  around: Looks,
  attributes: ReadonlyMap<string, string>,
  { sheet, link }: { sheet?: Declared | undefined; link?: boolean } = {},
): Looks {
  const own = attributes.get('style');
  const style = over(sheet, declarations(own ?? ''));
  if (style.size === 0 && !link && !PRESENTING.some((name) => attributes.has(name))) return around;
  const inside: Looks = { ...around };
  if ((attributes.has('hidden') && !style.has('display')) || isGone(style)) inside.gone = true;
  const visibility = style.get('visibility')?.value;
  if (visibility) inside.invisible = visibility === 'hidden' || visibility === 'collapse';
  const size = style.get('font-size')?.value;
  if (size) {
    // Relative sizes of nothing stay nothing; only an absolute size brings the text back.
    if (isTiny(size)) inside.tiny = true;
    else if (!/^[\d.]+\s*(?:em|%)/.test(size)) inside.tiny = false;
  }
  if (!size && /(?:^|\s)0(?:\.0+)?(?:px|pt|em|rem|%)?(?:\/|\s)/.test(style.get('font')?.value ?? ''))
    inside.tiny = true;
  const colour = style.get('color')?.value ?? attributes.get('color') ?? attributes.get('text');
  // A link has the colour of links, whatever the text around it has.
  if (link && !colour) delete inside.colour;
  if (colour === 'unknown') delete inside.colour;
  else if (colour && colour !== 'inherit') inside.colour = normalColour(colour);
  const plain = style.get('background-color')?.value;
  const background = plain ?? style.get('background')?.value ?? attributes.get('bgcolor');
  const picture = `${style.get('background')?.value ?? ''} ${style.get('background-image')?.value ?? ''}`;
  if (attributes.has('background') || background === 'unknown' || /url\(|gradient/.test(picture)) {
    // White type on a dark picture is honest: what lies behind is unknown.
    inside.background = undefined;
  } else if (background) {
    const found = normalColour(background.split(/\s(?![^(]*\))/)[0] ?? '');
    if (!/^(?:transparent|none|inherit|initial|unset)$/.test(found)) inside.background = found;
  }
  if (inside.colour !== around.colour || inside.background !== around.background) {
    inside.blended = sameColour(inside.colour, inside.background);
  }
  return inside;
}

function isGone(style: Declared): boolean {
  if (style.size === 0) return false;
  const value = (property: string): string => style.get(property)?.value ?? '';
  if (value('display') === 'none' || value('content-visibility') === 'hidden') return true;
  if (/^(?:0?\.0[0-4]?\d{0,9}|0+(?:\.0[0-4]?\d{0,9})?|[0-4](?:\.\d{0,9})?%)$/.test(value('opacity'))) return true;
  if (/scale(?:3d|x|y)?\(\s*0+(?:\.0+)?\s*[,)]/.test(value('transform'))) return true;
  if (/opacity\(\s*0+(?:\.0+)?%?\s*\)/.test(value('filter'))) return true;
  if (CLIPPED.test(value('clip')) || CLIPPED.test(value('clip-path'))) return true;
  // Without the overflow cut off, a browser shows what does not fit into the box.
  const cuts = /hidden|clip/.test(`${value('overflow')} ${value('overflow-y')} ${value('overflow-x')}`);
  const boxes = ['width', 'height', 'max-width', 'max-height'];
  if (cuts && boxes.some((side) => pixels(value(side)) <= 1)) return true;
  if (pixels(value('text-indent')) <= -500) return true;
  const placed = /absolute|fixed|relative/.test(value('position'));
  const offsets = ['left', 'top', 'right', 'bottom', 'margin-left', 'margin-top'];
  return offsets.some((side) => pixels(value(side)) <= -500 && (placed || side.startsWith('margin')));
}

const CLIPPED =
  /^(?:rect\(\s*(?:0(?:px)?[\s,]+){3}0|rect\(\s*1px[\s,]+1px[\s,]+1px|inset\(\s*(?:50|100)%|circle\(\s*0|polygon\(\s*(?:0(?:px|%)?\s+0(?:px|%)?\s*,?\s*){3,8}\))/;

function isTiny(size: string): boolean {
  return pixels(size) <= 1 || /^0+(?:\.\d{0,9})?(?:em|rem|%)/.test(size);
}

const UNITS: Record<string, number> = { em: 16, rem: 16, ex: 8, vw: 10, vh: 8, in: 96, cm: 38 };

/** A length in pixels or points as a number; NaN for all else, so that every comparison fails. */
function pixels(length: string): number {
  const [, number, unit] = /^(-?\d{0,9}(?:\.\d{1,9})?)(px|pt|em|rem|ex|vw|vh|in|cm)?$/.exec(length) ?? [];
  // "1em" is no tiny box, "-999em" is far off.
  return number ? Number(number) * (UNITS[unit ?? ''] ?? 1) : Number.NaN;
}

const NAMED: Record<string, string> = {
  white: '255,255,255',
  black: '0,0,0',
  snow: '255,250,250',
  ivory: '255,255,240',
  whitesmoke: '245,245,245',
  ghostwhite: '248,248,255',
  floralwhite: '255,250,240',
  azure: '240,255,255',
  mintcream: '245,255,250',
  red: '255,0,0',
  blue: '0,0,255',
  navy: '0,0,128',
  green: '0,128,0',
  gray: '128,128,128',
  grey: '128,128,128',
  silver: '192,192,192',
  yellow: '255,255,0',
  orange: '255,165,0',
};

/** A colour as `r,g,b`; a name that is not known stays as it is. */
export function normalColour(colour: string): string {
  const text = colour.trim().toLowerCase();
  const hex = /^#([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (hex) {
    const long = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
    if (long.length === 8 && long.endsWith('00')) return 'transparent';
    return [0, 2, 4].map((at) => Number.parseInt(long.slice(at, at + 2), 16)).join(',');
  }
  const numbers = /^rgba?\(([^)]{1,60})\)$/.exec(text)?.[1]?.split(/[\s,/]+/);
  if (numbers && numbers.length >= 3) {
    const alpha = numbers[3] ?? '';
    if (alpha !== '' && Number.parseFloat(alpha) <= (alpha.endsWith('%') ? 5 : 0.05)) return 'transparent';
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
