import { html as parse5Html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { type Declared, declarations, over } from '../declarations.ts';
import type { Looks } from '../visibility.ts';
import { CellGrid } from './cell-grid.ts';
import type { Drawing } from './drawing.ts';
import { shadowPicture } from './shadow-picture.ts';
import { paintSvg } from './svg-shapes.ts';
import { textArt } from './text-art.ts';

const MOST_ART = 60_000;
const MOST_DRAWINGS = 6;
const MOST_EMBEDDED = 10;
/** Letters of all pictures in `data:` addresses together: six megabytes of bytes. */
const MOST_DATA = 8_000_000;
const BLOCKS = /[█▀▄▌▐▓■⬛◼▪⬜□]/;

/** What a page draws without loading a picture: boxes, outlines, letters; and the pictures that it carries in itself. */
export class HtmlDrawings {
  readonly #grid = new CellGrid();
  readonly #found: Drawing[] = [];
  readonly #embedded: string[] = [];
  #data = 0;
  #art = '';
  #artAt: number | undefined;
  #lineStart = true;

  element(
    node: Tree.Element,
    attributes: ReadonlyMap<string, string>,
    { sheet, looks, at }: { sheet: Declared | undefined; looks: Looks; at: number },
  ): void {
    if (looks.gone || looks.invisible) return;
    if (node.tagName === 'svg' && node.namespaceURI === parse5Html.NS.SVG) {
      const outer = node.parentNode as Tree.Element | null;
      const bitmap = outer?.namespaceURI === parse5Html.NS.SVG ? undefined : paintSvg(node);
      if (bitmap) this.#keep({ bitmap, at });
      return;
    }
    if (node.tagName === 'img' || node.tagName === 'image') {
      this.embed(attributes.get('src') ?? attributes.get('href') ?? attributes.get('xlink:href'));
    }
    const style = (): Declared => over(sheet, declarations(attributes.get('style') ?? ''));
    const shadow = attributes.get('style') ?? '';
    if (shadow.length > 2_000 && shadow.includes('box-shadow')) {
      const bitmap = shadowPicture(style().get('box-shadow')?.value ?? '');
      if (bitmap) this.#keep({ bitmap, at });
    }
    this.#grid.enter(node, attributes, style, { background: looks.background, colour: looks.colour, at });
  }

  /** A picture in a `data:` address. */
  embed(url: string | undefined): void {
    const source = url?.trimStart() ?? '';
    if (!/^data:image\//i.test(source.slice(0, 20)) || this.#embedded.length >= MOST_EMBEDDED) return;
    this.#data += source.length;
    if (this.#data <= MOST_DATA) this.#embedded.push(source);
  }

  breakLine(node: Tree.Element): void {
    this.#grid.breakRow(node);
    this.#newLine(true);
  }

  block(): void {
    this.#newLine(false);
  }

  /** Words that a reader sees. They are kept from the first letter on that is a block, and in `<pre>`. */
  text(text: string, pre: boolean, at: number): void {
    if (this.#artAt === undefined && !pre && !BLOCKS.test(text)) return;
    if (this.#art.length > MOST_ART) return;
    this.#artAt ??= at;
    const set = pre ? text : text.replace(/[ \t\r\n]+/g, ' ').slice(this.#lineStart && /^[ \t\r\n]/.test(text) ? 1 : 0);
    this.#art += set;
    if (set !== '') this.#lineStart = set.endsWith('\n');
  }

  finish(): { drawings: Drawing[]; embedded: string[] } {
    const at = this.#artAt ?? 0;
    const art = this.#art === '' ? [] : textArt(this.#art).map((bitmap) => ({ bitmap, at }));
    return {
      drawings: [...this.#found, ...this.#grid.finish(), ...art].slice(0, MOST_DRAWINGS),
      embedded: this.#embedded,
    };
  }

  #newLine(always: boolean): void {
    if (this.#artAt === undefined || (this.#lineStart && !always)) return;
    this.#art += '\n';
    this.#lineStart = true;
  }

  #keep(drawing: Drawing): void {
    if (this.#found.length < MOST_DRAWINGS) this.#found.push(drawing);
  }
}
