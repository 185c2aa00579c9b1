/** Where words begin and end, in scripts that part them by blanks and in those that do not. */

const WORD = /[\p{L}\p{N}]/u;
const UNSPACED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const UNKNOWN = 0;
const NONE = 1;
const SPACED = 2;
const UNSPACED = 3;
const LINE = 4;

/** By UTF-16 unit, filled as units are met: a search asks for each letter of a text. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return NONE;
  const known = kinds[unit] as number;
  if (known !== UNKNOWN) return known;
  const letter = text[at] as string;
  const kind = letter === '_' ? LINE : UNSPACED_SCRIPT.test(letter) ? UNSPACED : WORD.test(letter) ? SPACED : NONE;
  kinds[unit] = kind;
  return kind;
}

/** True when the letters before and at this place belong to one word; never in scripts without blanks. */
export function isWithinWord(text: string, at: number): boolean {
  return kindAt(text, at) === SPACED && kindAt(text, at - 1) === SPACED;
}

/** The same for names of machines and programs, where `_` joins too. */
export function isWithinName(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  const before = kindAt(text, at - 1);
  return (kind === SPACED || kind === LINE) && (before === SPACED || before === LINE);
}

/** True for a letter of a script that puts no blanks between words. */
export function isUnspaced(text: string, at: number): boolean {
  return kindAt(text, at) === UNSPACED;
}

/** True when a vowel sign or another mark stands here, which makes another letter of the one before it; Thai's `am` too. */
export function isMark(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x300 && /[\p{M}\u0e33\u0eb3]/u.test(text[at] as string);
}

/**
 * Arabic writes "and", "so", "by", "for", "as", "will" and the article as one with the word that follows: `وبالحساب` is "and by
 * the account". Whatever else stands before a place makes it the middle of another word.
 */
export function isBehindParticles(text: string, start: number): boolean {
  if (!isArabic(text, start)) return false;
  let begin = start;
  while (begin > start - 5 && isArabic(text, begin - 1)) begin -= 1;
  return begin < start && PARTICLES.test(text.slice(begin, start));
}

const PARTICLES = /^[وف]?(?:ال|[بلكس]|[بك]ال|لل)?$/;

function isArabic(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x600 && code <= 0x6ff;
}
