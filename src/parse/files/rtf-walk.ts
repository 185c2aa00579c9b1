/** One pass over Rich Text, as Word reads it: total, linear, indifferent to broken nesting. */
export interface RtfEvents {
  /** A control word, with its number where it has one; `group` is where it stands. */
  word(name: string, value: number | undefined, group: Group): void;
  /** Plain characters, and those written as `\'hh`. */
  text(text: string, group: Group): void;
  /** The bytes behind `\bin`. */
  binary(bytes: string, group: Group): void;
}

interface Group {
  /** What its text is for: `''` is the page, `objdata`, `fldinst`, …; `ignored` for what no reader understands. */
  destination: string;
  /** Characters that stand for a `\u` in readers without Unicode. */
  unicodeSkip: number;
}

/** Destinations that are no words of the page. Those that are marked to be ignored when unknown need no entry. */
const DESTINATIONS = new Set(
  `fonttbl colortbl stylesheet info pict objdata objclass objname fldinst template themedata colorschememapping datastore
   latentstyles listtable listoverridetable rsidtbl generator xmlnstbl filetbl revtbl mmathPr sn sp sv xe tc bkmkstart bkmkend`
    .trim()
    .split(/\s+/),
);
/** Marked to be ignored by old readers, and yet words of the page, or around some. */
const READABLE = new Set('shpinst shptxt shp shprslt nonshppict fldrslt result object annotation footnote'.split(' '));

const MOST_DEPTH = 5_000;
const SKIPS = 100;

/** Calls back for what stands in `source`, whose characters are bytes. */
export function walkRtf(source: string, on: RtfEvents): void {
  const stack: Group[] = [];
  let group: Group = { destination: '', unicodeSkip: 1 };
  /** Groups opened beyond the depth: they are counted, so that their ends match, and change nothing. */
  let beyond = 0;
  let marked = false;
  let at = 0;
  while (at < source.length) {
    const char = source[at];
    if (char === '{') {
      if (stack.length < MOST_DEPTH) {
        stack.push(group);
        group = { ...group };
      } else beyond += 1;
      at += 1;
    } else if (char === '}') {
      if (beyond > 0) beyond -= 1;
      else group = stack.pop() ?? { destination: '', unicodeSkip: 1 };
      marked = false;
      at += 1;
    } else if (char === '\\') {
      WORD.lastIndex = at;
      const found = WORD.exec(source);
      if (!found) {
        const symbol = source[at + 1] ?? '';
        if (symbol === "'") {
          const code = Number.parseInt(source.slice(at + 2, at + 4), 16);
          if (!Number.isNaN(code)) on.text(String.fromCharCode(code), group);
          at += 4;
          continue;
        }
        if (symbol === '*') marked = true;
        else if ('\\{}'.includes(symbol)) on.text(symbol, group);
        else if (symbol === '~') on.text(' ', group);
        at += 2;
        continue;
      }
      const [whole, name = '', number] = found;
      at += whole.length;
      const value = number === undefined ? undefined : Number(number);
      if (name === 'bin') {
        const length = Math.max(0, Math.min(value ?? 0, source.length - at));
        on.binary(source.slice(at, at + length), group);
        at += length;
        continue;
      }
      if (DESTINATIONS.has(name)) group.destination = name;
      else if (READABLE.has(name)) group.destination = '';
      else if (marked) group.destination = 'ignored';
      marked = false;
      if (name === 'uc') group.unicodeSkip = Math.min(value ?? 1, SKIPS);
      on.word(name, value, group);
      if (name === 'u') at = skipStandIns(source, at, group.unicodeSkip);
    } else {
      PLAIN.lastIndex = at;
      const plain = PLAIN.exec(source)?.[0] ?? source.slice(at, at + 1);
      at += plain.length;
      const text = plain.replace(/[\r\n\0]/g, '');
      if (text !== '') on.text(text, group);
    }
  }
}

/** Letters, a number, and the one blank that ends them. Word takes longer names than the 32 letters of the standard. */
const WORD = /\\([a-zA-Z]{1,250})(-?\d{1,10})?[ ]?/y;
const PLAIN = /[^\\{}]{1,65536}/y;

function skipStandIns(source: string, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at < source.length; left -= 1) {
    if (source.startsWith("\\'", at)) at += 4;
    else if ('\\{}'.includes(source[at] ?? '')) break;
    else at += 1;
  }
  return at;
}
