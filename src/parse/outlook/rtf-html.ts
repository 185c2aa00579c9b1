import { charsetOfCodePage, decodeAs } from '../charset-guess.ts';

/**
 * HTML out of the Rich Text in which Outlook keeps a body: the original HTML where that was packed into it
 * (MS-OXRTFEX), else the text with its hyperlinks as anchors. One pass with a stack of its own: groups nested a million
 * deep, which stall the readers at hand, cost no more than their length.
 */
export function htmlOfRtf(rtf: Uint8Array, page?: number): string {
  const source = Buffer.from(rtf.buffer, rtf.byteOffset, Math.min(rtf.length, MOST_IN)).toString('latin1');
  const writer = new Writer(/\\fromhtml1?\b/.test(source.slice(0, 4_000)), page ?? 1252);
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(source); token; token = TOKEN.exec(source)) {
    if (token[1] !== undefined) writer.control(token[1], token[2] === undefined ? undefined : Number(token[2]));
    else if (token[3] !== undefined) writer.byte(Number.parseInt(token[3], 16));
    else if (token[4] !== undefined) writer.symbol(token[4]);
    else if (token[0] === '{') writer.open();
    else if (token[0] === '}') writer.close();
    else writer.text(token[0]);
    if (token[1] === 'bin') TOKEN.lastIndex += Math.max(0, Number(token[2] ?? 0));
    if (writer.length > MOST_OUT) break;
  }
  return writer.end();
}

const MOST_IN = 8 * 1024 * 1024;
const MOST_OUT = 4 * 1024 * 1024;
const MOST_DEPTH = 500;
/** Control word with its number and blank, escaped byte, escaped symbol, brace, run of text; line ends mean nothing. */
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|[{}]|[^\\{}\r\n]{1,10000}/gi;

interface State {
  /** A destination whose words nobody sees. */
  silent: boolean;
  /** What the packed HTML marks as being for readers of Rich Text only. */
  rtfOnly: boolean;
  tag: boolean;
  /** Letters that stand in for a Unicode character, to be left out. */
  skip: number;
  page: number;
  destination: '' | 'fonts' | 'instruction';
  closes: string;
}

class Writer {
  length = 0;
  private readonly pieces: string[] = [];
  private readonly stack: State[] = [];
  private state: State;
  private deeper = 0;
  private starred = false;
  private toSkip = 0;
  private pending: number[] = [];
  private readonly fonts = new Map<number, number>();
  private font = 0;
  private instruction = '';
  private href = '';
  private readonly packed: boolean;
  private page: number;

  constructor(packed: boolean, page: number) {
    this.packed = packed;
    this.page = page;
    this.state = { silent: false, rtfOnly: false, tag: false, skip: 1, page, destination: '', closes: '' };
  }

  open(): void {
    this.flush();
    this.starred = false;
    if (this.stack.length >= MOST_DEPTH) this.deeper += 1;
    else {
      this.stack.push(this.state);
      this.state = { ...this.state, closes: '' };
    }
  }

  close(): void {
    this.flush();
    this.starred = false;
    if (this.deeper > 0) {
      this.deeper -= 1;
      return;
    }
    if (this.state.closes) this.write(this.state.closes);
    const before = this.stack.pop();
    if (this.state.destination === 'instruction' && before?.destination !== 'instruction') {
      this.href = /HYPERLINK\s{1,10}(?:\\l\s{1,5})?"?([^"\s]{1,2000})/i.exec(this.instruction)?.[1] ?? '';
      this.instruction = '';
    }
    if (before) this.state = before;
  }

  control(word: string, value: number | undefined): void {
    if (this.starred && !KEPT.has(word)) this.state.silent = true;
    this.starred = false;
    const { state } = this;
    if (word === 'u') {
      this.flush();
      this.put(String.fromCharCode((((value ?? 0) % 65_536) + 65_536) % 65_536));
      this.toSkip = state.skip;
      return;
    }
    this.flush();
    this.toSkip = 0;
    if (word === 'uc') state.skip = Math.min(Math.max(value ?? 1, 0), 10);
    else if (word === 'ansicpg') {
      this.page = value || this.page;
      state.page = this.page;
    } else if (word === 'htmlrtf') state.rtfOnly = value !== 0;
    else if (word === 'htmltag') state.tag = true;
    else if (word === 'fonttbl') state.destination = 'fonts';
    else if (word === 'f') this.font = value ?? 0;
    else if (word === 'fcharset' && state.destination === 'fonts') {
      if (this.fonts.size < 5_000) this.fonts.set(this.font, CHARSETS[value ?? 0] ?? 0);
    } else if (word === 'fldinst') {
      state.destination = 'instruction';
      state.silent = false;
    } else if (word === 'fldrslt' && this.href !== '' && !this.packed) {
      this.write(`<a href="${escaped(this.href)}">`);
      state.closes = '</a>';
      this.href = '';
    } else if (SILENT.has(word)) state.silent = true;
    else if (word === 'v' && !this.packed) state.silent = value !== 0;
    if (word === 'f') state.page = this.fonts.get(this.font) || this.page;
    const plain = WORDS[word];
    if (plain !== undefined) this.put(plain);
    else if (BREAKS.has(word)) this.put(this.packed ? '\n' : '<br>\n', true);
  }

  symbol(symbol: string): void {
    if (symbol === '*') {
      this.starred = true;
      return;
    }
    if (this.toSkip > 0) this.toSkip -= 1;
    else if (symbol === '~') this.put('\u00a0');
    else if (symbol === '_') this.put('-');
    else if (symbol === '\n' || symbol === '\r') this.put('\n', true);
    else if ('\\{}'.includes(symbol)) this.put(symbol);
  }

  byte(byte: number): void {
    if (this.toSkip > 0) this.toSkip -= 1;
    else this.pending.push(byte);
  }

  text(run: string): void {
    this.starred = false;
    const words = this.toSkip > 0 ? run.slice(this.toSkip) : run;
    this.toSkip = Math.max(0, this.toSkip - run.length);
    if (this.pending.length === 0 && !/[\x80-\xff]/.test(words)) this.put(words);
    // A second byte may be written as the letter that it is in ASCII.
    else for (let at = 0; at < words.length; at += 1) this.pending.push(words.charCodeAt(at));
  }

  end(): string {
    this.flush();
    return this.pieces.join('');
  }

  private flush(): void {
    if (this.pending.length === 0) return;
    const bytes = Uint8Array.from(this.pending);
    this.pending = [];
    // The tags were packed in the code page of the whole, whatever font is set.
    const page = this.state.tag ? this.page : this.state.page;
    this.put(decodeAs(bytes, charsetOfCodePage(page) ?? 'windows-1252'));
  }

  private put(text: string, markup = false): void {
    const { silent, destination, rtfOnly } = this.state;
    if (silent || destination === 'fonts') return;
    if (destination === 'instruction') {
      if (this.instruction.length < 4_000) this.instruction += text;
    } else if (!this.packed) this.write(markup ? text : escaped(text));
    else if (!rtfOnly) this.write(text);
  }

  private write(text: string): void {
    this.length += text.length;
    if (this.length <= MOST_OUT) this.pieces.push(text);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Starred destinations that are read all the same. */
const KEPT = new Set(['htmltag', 'fldinst']);
const SILENT = new Set(
  'colortbl stylesheet info pict objdata objclass header footer headerl headerr footerl footerr mhtmltag'.split(' '),
);
const BREAKS = new Set(['par', 'line', 'row', 'sect', 'page']);
const WORDS: Record<string, string> = {
  tab: '\t',
  cell: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  emspace: ' ',
  enspace: ' ',
};
/** Code pages by the character set of a font. Source: the Rich Text specification. */
const CHARSETS: Record<number, number> = {
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};
