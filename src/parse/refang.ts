/** A text with its addresses made whole again, and the way back to what stood there. */
export interface Refanged {
  text: string;
  /** Places in `text` of dots that somebody had taken out: around them is a domain on purpose. */
  dots: number[];
  /** What stood in the given text for `text.slice(start, end)`. */
  original(start: number, end: number): string;
}

/** Characters without width and marks of direction: they break words for a filter, never for the eye. */
export const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u202a-\u202e]/gu;

/**
 * Full-width and decorated letters that browsers fold in a host. Not the full-width marks that end a sentence
 * (`，`, `？`, `）`): folded, they would become part of the URL before them.
 */
const FOLDED =
  /[\p{Default_Ignorable_Code_Point}\u202a-\u202e]|[\uff03\uff05\uff06\uff0b\uff0d-\uff19\uff1d\uff20-\uff3a\uff3f\uff41-\uff5a\uff5e\u24b6-\u24e9\u{1d400}-\u{1d7ff}]|：(?=[/／]{2})|(?<=[a-z0-9])[\u3002\uff61\u2024](?=[a-z0-9])/giu;

const FANGS = new RegExp(
  [
    // hxxp, h**p, [:]//, :///, http:\\
    String.raw`\b(?<scheme>h(?:xx|tt|tx|xt|\*\*|__)p(?<s>s?)|fxp|ftp)(?:\[:\]|\(:\)|\{:\}|\s?:)(?:\[//\]|[/\\]{2,3})|\b(?<scheme2>h(?:xx|tt|\*\*|__)p(?<s2>s?))\[:(?://|\\\\)\]`,
    // [.] (.) {.} [dot] (punto) \. between parts of a name
    String.raw`(?<=[\p{L}\p{N}])\s?(?<dot>\[\.\]|\(\.\)|\{\.\}|<\.>|\[\.(?=[\p{L}\p{N}])|\.\](?=[\p{L}\p{N}])|[[({<](?:dot|punto|punkt|point)[\])}>]|\\\.(?=[\p{L}\p{N}])| DOT (?=[a-z]))\s?(?=[\p{L}\p{N}])`,
    String.raw`(?<=[\p{L}\p{N}])\s?(?<at>[[({<](?:at|@|arroba)[\])}>])\s?(?=[\p{L}\p{N}])`,
    String.raw`(?<slash>\[/\])|(?<colon>\[:\])(?=\d)|(?<=[\s/]|^)(?<www>\[www\])`,
    String.raw`(?<![\p{L}\p{N}/.@_-])(?<bare>www)(?=\.[\p{L}\p{N}])`,
  ].join('|'),
  'giu',
);

/**
 * What the patterns above take at the least, in one cheap look: most texts hold nothing of it but the names of sites
 * without a scheme. (A plain `http://` stays what it is.)
 */
const FANGED =
  /h(?:xx|tx|xt|\*\*|__)p|f(?:xp|tp)|https?(?:\s|[[({]|:[^/]|:\/[^/]|:\/\/[/\\])|[[({<](?:[.:/@]|dot|punto|punkt|point|at|arroba|www)|\.\]|\\\.| DOT /iu;
const LOUD = /(?!http)[Hh][Tt][Tt][Pp]/;
const BARE = /(?<bare>www)(?=\.[\p{L}\p{N}])(?<![\p{L}\p{N}/.@_-]www)/giu;

/**
 * Undoes what people do to an address to make it safe to pass on, and what attackers do to hide it. Prose stays:
 * "(and eggs)" or "dot" between ordinary words is no address.
 */
export function refang(text: string): Refanged {
  const folded = rewrite(text, FOLDED, (match) => match[0].normalize('NFKC').replace(INVISIBLE, '').replace('。', '.'));
  const isFanged = FANGED.test(folded.text) || LOUD.test(folded.text);
  const whole = rewrite(folded.text, isFanged ? FANGS : BARE, ({ groups = {} }) => {
    if (groups.scheme || groups.scheme2) {
      const scheme = groups.scheme ?? groups.scheme2 ?? '';
      return /^f/i.test(scheme) ? 'ftp://' : `http${groups.s || groups.s2 ? 's' : ''}://`;
    }
    if (groups.dot) return '.';
    if (groups.at) return '@';
    if (groups.slash) return '/';
    if (groups.colon) return ':';
    // Mail clients open a bare `www.` by http.
    return groups.www ? 'www' : 'http://www';
  });
  return {
    text: whole.text,
    dots: whole.pieces.filter((piece) => whole.text[piece.out] === '.' && piece.length === 1).map((piece) => piece.out),
    original: (start, end) =>
      text.slice(folded.before(whole.before(start, false), false), folded.before(whole.before(end, true), true)),
  };
}

interface Piece {
  /** Where the replacement stands in the result, and its length. */
  out: number;
  length: number;
  /** Where the replaced part stood, and its length. */
  from: number;
  was: number;
}

/** Most texts are plain ASCII, in which there is nothing to fold. */
const FOLDABLE = /[^\x00-\x7f]/;

function rewrite(text: string, pattern: RegExp, replacement: (match: RegExpExecArray) => string) {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let out = 0;
  let last = 0;
  for (const match of pattern === FOLDED && !FOLDABLE.test(text) ? [] : text.matchAll(pattern)) {
    const put = replacement(match);
    parts.push(text.slice(last, match.index), put);
    out += match.index - last;
    pieces.push({ out, length: put.length, from: match.index, was: match[0].length });
    out += put.length;
    last = match.index + match[0].length;
  }
  parts.push(text.slice(last));
  /** The place in `text` of a place in the result; inside a replacement its near edge, or its far one. */
  const before = (at: number, far: boolean): number => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const piece = pieces[middle] as Piece;
      if (far ? piece.out < at : piece.out <= at) low = middle + 1;
      else high = middle;
    }
    const piece = pieces[low - 1];
    if (!piece) return at;
    if (at >= piece.out + piece.length) return at - piece.out - piece.length + piece.from + piece.was;
    return far ? piece.from + piece.was : piece.from;
  };
  return { text: parts.join(''), pieces, before };
}
