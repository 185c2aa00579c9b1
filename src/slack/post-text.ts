import type { ShownLink } from '../model.ts';

/** What a post says: its text as a reader sees it, its links with their labels, and the text without the links. */
export interface PostText {
  text: string;
  links: ShownLink[];
  /** What is left when the links are taken out. */
  rest: string;
}

const MAX_TEXT = 100_000;
const MAX_LINKS = 500;
const MAX_DEPTH = 12;

/** Reads a post's blocks; where there are none that hold text, its `text` with Slack's markup taken off. */
export function readPost(blocks: unknown[], text: string): PostText {
  const out = collector();
  for (const block of blocks.slice(0, 100)) readNode(block, out, 0);
  return out.result().text.trim() ? out.result() : readMarkup(text);
}

/** Slack's markup → text: `<url|label>`, `<mailto:…>`, mentions and the three escapes. */
export function readMarkup(markup: string): PostText {
  const out = collector();
  addMarkup(markup, out);
  return out.result();
}

interface Collector {
  text(piece: string): void;
  link(url: string, label?: string): void;
  result(): PostText;
}

function collector(): Collector {
  let text = '';
  let rest = '';
  const links: ShownLink[] = [];
  return {
    text(piece) {
      if (text.length >= MAX_TEXT) return;
      text += piece;
      rest += piece;
    },
    link(url, label) {
      if (url === '' || text.length >= MAX_TEXT) return;
      text += label || url;
      rest += ' ';
      if (links.length < MAX_LINKS) links.push({ url, ...(label && label !== url && { shown: label }) });
    },
    result: () => ({ text: text.slice(0, MAX_TEXT).trim(), links, rest: rest.slice(0, MAX_TEXT).trim() }),
  };
}

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every kind of block and rich-text element that carries words. What we do not know is walked through. */
function readNode(node: unknown, out: Collector, depth: number): void {
  if (!isNode(node) || depth > MAX_DEPTH) return;
  switch (node.type) {
    case 'text':
    case 'plain_text':
      out.text(stringOf(node.text));
      return;
    case 'mrkdwn':
      addMarkup(stringOf(node.text), out);
      return;
    case 'link':
      addLink(stringOf(node.url), stringOf(node.text), out);
      return;
    case 'button':
      // The words of a link button are a label like any other.
      if (stringOf(node.url)) addLink(stringOf(node.url), stringOf((node.text as Node | undefined)?.text), out);
      return;
    case 'broadcast':
      out.text(`@${stringOf(node.range)}`);
      return;
    case 'user':
      out.text(' ');
      return;
    case 'channel':
    case 'usergroup':
    case 'emoji':
    case 'image':
      return;
  }
  if (isNode(node.text)) readNode(node.text, out, depth + 1);
  for (const key of ['elements', 'fields']) {
    const inner = node[key];
    if (Array.isArray(inner)) for (const one of inner.slice(0, 2_000)) readNode(one, out, depth + 1);
  }
  if (isNode(node.accessory)) readNode(node.accessory, out, depth + 1);
  if (stringOf(node.type) !== 'rich_text') out.text('\n');
}

function addMarkup(markup: string, out: Collector): void {
  let from = 0;
  for (const match of markup.slice(0, MAX_TEXT).matchAll(/<([^<>]{1,8200})>/g)) {
    out.text(unescaped(markup.slice(from, match.index)));
    from = match.index + match[0].length;
    const [target = '', label = ''] = (match[1] as string).split(/\|(.*)/s);
    if (target.startsWith('@')) out.text(' ');
    else if (target.startsWith('#')) out.text(label && `#${unescaped(label)}`);
    else if (target.startsWith('!')) out.text(unescaped(label) || `@${target.slice(1).split('^')[0]}`);
    else addLink(unescaped(target), unescaped(label), out);
  }
  out.text(unescaped(markup.slice(from, MAX_TEXT)));
}

/** Mail and telephone links are words to us: the address is seen, and nothing is opened by it. */
function addLink(url: string, label: string, out: Collector): void {
  const plain = /^(?:mailto|tel):(.*)$/is.exec(url)?.[1];
  if (plain !== undefined) out.text(label || plain);
  else out.link(url, label);
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
