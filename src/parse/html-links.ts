import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { TextColumn } from './text-column.ts';

export interface HtmlLink {
  /** As written, made absolute only by a `<base>`. */
  url: string;
  /** The words on it, or the alternative text of its picture. */
  shown?: string;
  /** `image`: a picture that is loaded; `redirect`: opened or loaded without a click. */
  source: 'anchor' | 'image' | 'form' | 'redirect';
  /** Where in the text it stands. */
  at: number;
}

export const MAX_LINKS = 2_000;
const MAX_ANCHORS = 20_000;
const MAX_SHOWN = 500;

interface Anchor {
  url: string;
  at: number;
  alt: string;
  words: TextColumn;
}

/** The links of one HTML text, gathered while its tree is walked. */
export class HtmlLinks {
  /** The first `<base>`: what relative targets are relative to. */
  base: string | undefined;
  /** True when a limit left something out. */
  cut = false;
  readonly #links = new Map<string, HtmlLink>();
  /** By the element's own list of attributes, which parse5's clones of a misnested `<a>` share. */
  readonly #anchors = new Map<Tree.Element['attrs'], Anchor>();
  readonly #open: Anchor[] = [];
  #leading = 0;

  /** True between the tags of an anchor that leads somewhere. */
  get within(): boolean {
    return this.#leading > 0;
  }

  add(url: string | undefined, source: HtmlLink['source'], at: number): void {
    const target = url?.trim();
    if (target) this.#keep({ url: this.absolute(target), source, at });
  }

  openAnchor(node: Tree.Element, attributes: ReadonlyMap<string, string>, at: number): void {
    let anchor = this.#anchors.get(node.attrs);
    if (!anchor) {
      const url = this.absolute((attributes.get('href') ?? attributes.get('xlink:href') ?? '').trim());
      const alt = node.tagName === 'area' ? (attributes.get('alt') ?? '') : '';
      anchor = { url, at, alt, words: new TextColumn(MAX_SHOWN) };
      if (url && this.#anchors.size < MAX_ANCHORS) this.#anchors.set(node.attrs, anchor);
      else if (url) this.cut = true;
    }
    anchor.words.blank();
    this.#open.push(anchor);
    if (anchor.url) this.#leading += 1;
  }

  closeAnchor(): void {
    if (this.#open.pop()?.url) this.#leading -= 1;
  }

  /** Words that a reader sees on the open anchors. */
  addWords(text: string): void {
    // Only SVG lets anchors nest; without the slice a thousand nested ones would each copy every text.
    for (const anchor of this.#open.slice(-4)) anchor.words.add(text, false);
  }

  addAlt(alt: string): void {
    for (const anchor of this.#open.slice(-4)) if (!anchor.alt) anchor.alt = alt;
  }

  /** All links as they stand in the text, without the wordless twins (a repeated icon) of those that have words. */
  finish(): HtmlLink[] {
    for (const { url, at, alt, words } of this.#anchors.values()) {
      const shown = words.finish() || alt.trim().slice(0, MAX_SHOWN);
      this.#keep(shown ? { url, shown, source: 'anchor', at } : { url, source: 'anchor', at });
    }
    const found = [...this.#links.values()];
    const worded = new Set(found.filter((link) => link.shown).map((link) => `${link.source}\n${link.url}`));
    return found
      .filter((link) => link.shown || !worded.has(`${link.source}\n${link.url}`))
      .sort((one, other) => one.at - other.at);
  }

  absolute(url: string): string {
    if (!this.base || url === '' || /^[a-z][a-z0-9+.-]{0,40}:/i.test(url)) return url;
    return URL.parse(url, this.base)?.href ?? url;
  }

  /** The same target with the same words is one link, however often it stands there. */
  #keep(link: HtmlLink): void {
    const key = `${link.source}\n${link.url}\n${link.shown ?? ''}`;
    if (this.#links.has(key)) return;
    if (this.#links.size >= MAX_LINKS) this.cut = true;
    else this.#links.set(key, link);
  }
}
