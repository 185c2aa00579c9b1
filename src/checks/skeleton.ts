import { domainToUnicode } from 'node:url';
import unhomoglyph from 'unhomoglyph';

/** Longer names are cut: no sender's name needs more, and every character costs a look-up. */
const MAX = 300;

// Variation selectors, tag characters and format characters draw nothing: between letters they only blind a search.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const MARKS = /\p{Mn}/gu;

const GLUED =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]\p{Default_Ignorable_Code_Point}{1,8}[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/**
 * True when letters are parted by characters that draw nothing. Only where no honest writing needs them: Persian and
 * Indic words do, Japanese names carry variation selectors, emoji are joined with them.
 */
export function hasInvisible(text: string): boolean {
  return GLUED.test(text.slice(0, MAX).replaceAll('\u00ad', ''));
}

/**
 * What a text looks like to a hurried eye, as a string to compare: `раураl` (Cyrillic), `PayPaI` and `p4yp4l`'s
 * cousins come out as one. Both sides of a comparison must go through it: `m` becomes `rn` on either.
 */
export function skeleton(text: string): string {
  const plain = text
    .slice(0, MAX)
    .replace(/[™®©]/g, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC');
  return unhomoglyph(plain)
    .toLowerCase()
    .replace(/[i1|!]/g, 'l')
    .replace(/0/g, 'o')
    .replace(/vv/g, 'w');
}

/** Skeleton in words: everything but letters and digits is one blank; letters spelt out with blanks are joined. */
export function skeletonWords(text: string): string {
  const words = skeleton(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words.replace(/(?<![\p{L}\p{N}])[\p{L}\p{N}](?: [\p{L}\p{N}](?![\p{L}\p{N}])){3,}/gu, (run) =>
    run.replaceAll(' ', ''),
  );
}

/** Lower case, one width, no accents or invisible characters, words parted by one blank. Keeps `i` and `l` apart. */
export function plainWords(text: string): string {
  return text
    .slice(0, MAX)
    .replace(/[™®©]/g, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The scripts of the letters of a text that a reader could take for Latin. */
function lookalikeScripts(text: string): Set<string> {
  const found = new Set<string>();
  if (/\p{Script=Latin}/u.test(text)) found.add('latin');
  if (/\p{Script=Cyrillic}/u.test(text)) found.add('cyrillic');
  if (/\p{Script=Greek}/u.test(text)) found.add('greek');
  if (/\p{Script=Armenian}/u.test(text)) found.add('armenian');
  if (/\p{Script=Cherokee}/u.test(text)) found.add('cherokee');
  return found;
}

/** A word that mixes alphabets which look alike: `Αmazοn`. Words of one alphabet each, side by side, are honest. */
export function mixedScriptWord(text: string): string | undefined {
  return text
    .slice(0, MAX)
    .replace(/[μπβΩΔΣλ]/g, '') // units and formulas (`μTorrent`), and drawn like no Latin letter
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .find((word) => lookalikeScripts(word).size > 1);
}

/**
 * The Unicode form of a host that is made to be read as another: a label that mixes alphabets, or one in a foreign
 * alphabet that is drawn wholly in Latin shapes (`раура1` in Cyrillic). `bücher.example` and `президент.рф` pass.
 */
export function deceptiveHost(host: string): string | undefined {
  if (!host.includes('xn--')) return undefined;
  const unicode = domainToUnicode(host);
  const labels = unicode.split('.');
  const foreignEnding = /[^\x00-\x7f]/.test(labels.at(-1) ?? '');
  const deceives = labels.some((label) => {
    const scripts = lookalikeScripts(label);
    if (scripts.size > 1) return true;
    if (scripts.size === 0 || scripts.has('latin') || foreignEnding) return false;
    return /^[\x00-\x7f]+$/.test(unhomoglyph(label.normalize('NFKC')));
  });
  return deceives ? unicode : undefined;
}
