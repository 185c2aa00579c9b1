import { normalColour } from '../visibility.ts';

/** Brightness of a colour as styles write it, 0 to 255; undefined for none at all, and for names that are not known. */
export function shadeOf(colour: string | undefined): number | undefined {
  if (colour === undefined) return undefined;
  const parts = normalColour(colour).split(',').map(Number);
  const [red = 0, green = 0, blue = 0] = parts;
  if (parts.length !== 3 || !parts.every((part) => part >= 0 && part <= 255)) return undefined;
  return Math.round(red * 0.3 + green * 0.59 + blue * 0.11);
}
