/**
 * Text gathered piece by piece as a browser sets it: white space runs become one blank, blocks begin new lines, at most
 * one empty line in a row. It never changes what it holds already, so a `length` noted on the way stays a place in it.
 */
export class TextColumn {
  #pieces: string[] = [];
  #length = 0;
  #breaks = 0;
  #blank = false;
  readonly #limit: number;
  full = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get length(): number {
    return this.#length;
  }

  /** `verbatim` keeps line ends, as in `<pre>`. */
  add(text: string, verbatim: boolean): void {
    const parts = verbatim ? text.split(/\r\n?|\n/) : [text];
    for (const [at, part] of parts.entries()) {
      if (this.full) return;
      if (at > 0) this.line(2);
      this.#addRun(part);
    }
  }

  line(most = 1): void {
    if (this.#length > 0) this.#breaks = Math.min(2, most === 1 ? Math.max(1, this.#breaks) : this.#breaks + 1);
  }

  paragraph(): void {
    if (this.#length > 0) this.#breaks = 2;
  }

  blank(): void {
    this.#blank = true;
  }

  finish(): string {
    return this.#pieces.join('');
  }

  #addRun(text: string): void {
    const folded = text.replace(/[^\S ]\s*| \s+/g, ' ');
    const words = folded.trim();
    if (words === '') {
      if (folded !== '') this.#blank = true;
      return;
    }
    const gap = this.#breaks > 0 ? '\n'.repeat(this.#breaks) : this.#blank || folded.startsWith(' ') ? ' ' : '';
    const piece = (this.#length > 0 ? gap : '') + words;
    const room = this.#limit - this.#length;
    if (piece.length > room) this.full = true;
    this.#pieces.push(piece.slice(0, room));
    this.#length += Math.min(piece.length, room);
    this.#breaks = 0;
    this.#blank = folded.endsWith(' ');
  }
}
