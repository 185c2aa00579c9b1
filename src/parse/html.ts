import { defaultTreeAdapter, html as parse5Html, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Form } from '../model.ts';
import type { Drawing } from './drawn/drawing.ts';
import { HtmlDrawings } from './drawn/html-drawings.ts';
import { hrefsIn } from './html-hrefs.ts';
import { type HtmlLink, HtmlLinks, MAX_LINKS } from './html-links.ts';
import { growTree } from './html-tree.ts';
import { isPlain, readStyleSheet, type StyleSheet } from './style-sheet.ts';
import { TextColumn } from './text-column.ts';
import { isHidden, type Looks, looksInside, SEEN } from './visibility.ts';

export interface HtmlContent {
  /** What a reader sees: lines as the blocks make them, runs of white space as one blank. */
  text: string;
  hiddenText: string;
  /** The part of `text` that stands outside of anchors: a URL in it is linked by the client, if at all. */
  loose: string;
  links: HtmlLink[];
  forms: Form[];
  /** Pictures large enough to be seen: tracking pixels do not count. */
  pictures: number;
  title: string;
  /** Source of scripts and event handlers, cut at 600 kB: a page that unpacks another one carries it there. */
  scripts: string;
  /** What it draws without a picture, and its pictures in `data:` addresses: codes may be in them. */
  drawings: Drawing[];
  embedded: string[];
  /** True when a limit cut something off: the caller owes a gap. */
  cut: boolean;
}

const MAX_HTML = 4_000_000;
const MAX_TEXT = 100_000;
const MAX_SCRIPTS = 600_000;
const MAX_IMAGES = 100;
const MAX_TITLE = 500;

const BLOCKS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol option pre section table tbody tr ul'.split(
    ' ',
  ),
);
const CELLS = new Set(['td', 'th']);
const UNSEEN = new Set(['style', 'template', 'datalist', 'audio', 'video', 'canvas']);

/**
 * Reads HTML as a mail client shows it. Total: any text gives a result. The tree is walked with a stack of our own,
 * since a hundred thousand nested tags would overflow the engine's.
 */
export function readHtml(html: string): HtmlContent {
  const tree = growTree(html.slice(0, MAX_HTML));
  const content = new Walk(sheetOf(tree.styles)).run(tree.document);
  content.cut ||= tree.cut || html.length > MAX_HTML;
  if (content.cut) {
    // What lies behind the limit still goes somewhere: at least its targets are found without a tree.
    const known = new Set(content.links.map((link) => link.url));
    for (const url of hrefsIn(html, MAX_LINKS)) {
      if (content.links.length >= MAX_LINKS) break;
      if (!known.has(url)) content.links.push({ url, source: 'anchor', at: content.text.length });
    }
  }
  return content;
}

function sheetOf(styles: Tree.Element[]): StyleSheet | undefined {
  const sources = styles
    .filter(({ attrs }) => isPlain(attrs.find(({ name }) => name === 'media')?.value ?? ''))
    .map(textOf);
  return sources.length > 0 ? readStyleSheet(sources) : undefined;
}

interface Step {
  node: Tree.Node;
  looks: Looks;
  pre: boolean;
  leaving: boolean;
}

/** One walk over one tree: a class because its two dozen small steps share what was gathered so far. */
class Walk {
  readonly seen = new TextColumn(MAX_TEXT);
  readonly hidden = new TextColumn(MAX_TEXT);
  readonly loose = new TextColumn(MAX_TEXT);
  readonly links = new HtmlLinks();
  readonly drawn = new HtmlDrawings();
  readonly forms: Form[] = [];
  openForms: Form[] = [];
  title = '';
  scripts = '';
  readonly sheet: StyleSheet | undefined;
  pictures = 0;
  images = 0;

  constructor(sheet: StyleSheet | undefined) {
    this.sheet = sheet;
  }

  run(document: Tree.Document): HtmlContent {
    const steps: Step[] = [{ node: document, looks: SEEN, pre: false, leaving: false }];
    for (let step = steps.pop(); step; step = steps.pop()) {
      if (step.leaving) this.leave(step.node as Tree.Element);
      else this.enter(step, steps);
    }
    const { forms, pictures, title, scripts } = this;
    return {
      text: this.seen.finish(),
      hiddenText: this.hidden.finish(),
      loose: this.loose.finish(),
      links: this.links.finish(),
      forms,
      pictures,
      title,
      scripts,
      ...this.drawn.finish(),
      // Salad beyond the limit of hidden text is nobody's reading; its links are found all the same.
      cut: this.links.cut || this.seen.full,
    };
  }

  enter(step: Step, steps: Step[]): void {
    const { node } = step;
    if (defaultTreeAdapter.isTextNode(node)) this.addText(node.value, step);
    if (defaultTreeAdapter.isCommentNode(node)) this.addComment(node.data);
    if (!('childNodes' in node)) return;
    let { looks, pre } = step;
    if (defaultTreeAdapter.isElementNode(node)) {
      const name = node.tagName;
      const attributes = new Map(node.attrs.map((attribute) => [attribute.name.toLowerCase(), attribute.value]));
      const link = name === 'a' && attributes.has('href');
      const sheet = this.sheet?.of(node, attributes);
      looks = looksInside(looks, attributes, { sheet, link });
      if (UNSEEN.has(name)) looks = { ...looks, gone: true };
      this.drawn.element(node, attributes, { sheet, looks, at: this.seen.length });
      pre ||= name === 'pre' || name === 'textarea';
      if (this.begin(node, name, attributes, looks)) return;
      steps.push({ node, looks, pre, leaving: true });
    }
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1) {
      steps.push({ node: node.childNodes[at] as Tree.Node, looks, pre, leaving: false });
    }
  }

  /** Takes what an element itself says. True when there is nothing further inside for a reader. */
  begin(node: Tree.Element, name: string, attributes: Map<string, string>, looks: Looks): boolean {
    for (const [key, value] of attributes) {
      if (key.startsWith('on')) this.addScript(value);
      else if (key === 'background') this.addPicture(value);
      else if (key === 'style' && value.includes('url(')) {
        this.drawn.embed(/url\(\s{0,9}["']?(data:image\/[^"')]{1,8000000})/i.exec(value)?.[1]);
        this.addPicture(/url\(\s{0,9}["']?(https?:[^"')]{1,2000})/i.exec(value)?.[1]);
      }
    }
    if (name === 'title' && node.namespaceURI === parse5Html.NS.HTML) {
      this.title ||= textOf(node).slice(0, MAX_TITLE);
      return true;
    }
    if (name === 'script') {
      this.addScript(textOf(node));
      this.addLink(attributes.get('src'), 'redirect');
      return true;
    }
    if (name === 'style') return true;
    if (name === 'br') {
      this.columns(looks, (column) => column.line());
      this.drawn.breakLine(node);
    } else if (name === 'p') this.columns(looks, (column) => column.paragraph());
    else if (BLOCKS.has(name)) this.columns(looks, (column) => column.line());
    else if (CELLS.has(name)) this.columns(looks, (column) => column.blank());
    else if (name === 'base') this.links.base ??= attributes.get('href')?.trim();
    else if (name === 'meta') this.addRefresh(attributes);
    else if (name === 'a' || name === 'area') this.links.openAnchor(node, attributes, this.seen.length);
    else if (name === 'img' || name === 'image') this.addImage(attributes, looks);
    else if (name === 'input' || name === 'button') this.addInput(name, attributes, looks);
    else if (name === 'iframe' || name === 'embed' || name === 'frame') this.addFrame(attributes);
    else if (name === 'animate' || name === 'set') this.addAnimated(attributes);
    else if (name === 'object') this.addLink(attributes.get('data'), 'redirect');
    if (name === 'form') {
      const form: Form = { action: this.links.absolute(attributes.get('action')?.trim() ?? ''), asksPassword: false };
      this.forms.push(form);
      this.openForms.push(form);
      this.addLink(attributes.get('action'), 'form');
    }
    return false;
  }

  leave(node: Tree.Element): void {
    const name = node.tagName;
    if (BLOCKS.has(name) || name === 'p') this.drawn.block();
    if (name === 'p') this.columns(SEEN, (column) => column.paragraph());
    else if (BLOCKS.has(name)) this.columns(SEEN, (column) => column.line());
    else if (CELLS.has(name)) this.columns(SEEN, (column) => column.blank());
    if (name === 'form') this.openForms.pop();
    if (name === 'a' || name === 'area') this.links.closeAnchor();
  }

  addText(text: string, { looks, pre }: Step): void {
    this.column(looks).add(text, pre);
    if (isHidden(looks)) return;
    this.drawn.text(text, pre, this.seen.length);
    if (!this.links.within) this.loose.add(text, pre);
    else this.loose.blank();
    this.links.addWords(text);
  }

  /** Outlook shows what stands in `<!--[if mso]>`: a link may stand only there. */
  addComment(data: string): void {
    if (!/^\s*\[if\s/i.test(data)) return;
    for (const url of hrefsIn(data, 50)) this.addLink(url, 'anchor');
  }

  addScript(source: string): void {
    if (this.scripts.length < MAX_SCRIPTS) this.scripts = `${this.scripts}${source}\n`.slice(0, MAX_SCRIPTS);
  }

  addLink(url: string | undefined, source: HtmlLink['source']): void {
    this.links.add(url, source, this.seen.length);
  }

  addFrame(attributes: Map<string, string>): void {
    this.addLink(attributes.get('src'), 'redirect');
    for (const url of hrefsIn(attributes.get('srcdoc') ?? '', 50)) this.addLink(url, 'anchor');
  }

  /** SVG can give an anchor its target by an animation of its `href`. */
  addAnimated(attributes: Map<string, string>): void {
    if (!/href$/i.test(attributes.get('attributename') ?? '')) return;
    for (const key of ['to', 'from', 'values']) {
      for (const url of (attributes.get(key) ?? '').split(';', 20)) this.addLink(url, 'anchor');
    }
  }

  addRefresh(attributes: Map<string, string>): void {
    if (attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return;
    // The word `url=` may be missing.
    const [, url] =
      /^\s{0,9}[\d.]{0,9}\s{0,9}[;,]?\s{0,9}(?:url\s{0,9}=\s{0,9})?["']?([^"']{1,8192})/i.exec(
        attributes.get('content') ?? '',
      ) ?? [];
    if (url && !/^[\d.]+$/.test(url.trim())) this.addLink(url, 'redirect');
  }

  addImage(attributes: Map<string, string>, looks: Looks): void {
    const tracks = [attributes.get('width'), attributes.get('height')].some((side) =>
      /^[0-2](?:px)?$/.test(side ?? ''),
    );
    if (!tracks && !isHidden(looks)) this.pictures += 1;
    this.links.addAlt(attributes.get('alt') ?? '');
    this.addPicture(attributes.get('src') ?? attributes.get('href') ?? attributes.get('xlink:href'));
  }

  /** Pictures that are loaded: tags, backgrounds, those of a style. */
  addPicture(url: string | undefined): void {
    const source = this.links.absolute(url?.trim() ?? '');
    if (!/^https?:/i.test(source) || this.images >= MAX_IMAGES) return;
    this.images += 1;
    this.addLink(source, 'image');
  }

  addInput(name: string, attributes: Map<string, string>, looks: Looks): void {
    this.addLink(attributes.get('formaction'), 'form');
    const type = attributes.get('type')?.toLowerCase() ?? '';
    if (name === 'input' && /^(?:submit|button|reset)$/.test(type)) {
      this.column(looks).add(` ${attributes.get('value') ?? ''} `, false);
    } else if (name === 'input' && type !== 'hidden') {
      this.column(looks).add(` ${attributes.get('placeholder') ?? ''} `, false);
    }
    if (type !== 'password') return;
    const form = this.openForms.at(-1);
    if (form) form.asksPassword = true;
    else if (!this.forms.some((known) => known.action === '' && known.asksPassword)) {
      this.forms.push({ action: '', asksPassword: true });
    }
  }

  column(looks: Looks): TextColumn {
    return isHidden(looks) ? this.hidden : this.seen;
  }

  /** Breaks between blocks go to every column that the reader sees, or to the hidden one alone. */
  columns(looks: Looks, act: (column: TextColumn) => void): void {
    act(this.hidden);
    if (isHidden(looks)) return;
    act(this.seen);
    act(this.loose);
  }
}

function textOf(node: Tree.Element): string {
  return node.childNodes.map((child) => (defaultTreeAdapter.isTextNode(child) ? child.value : '')).join('');
}
