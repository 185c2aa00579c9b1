/** Small readers for the XML inside documents. Not a parser: total, linear, and indifferent to broken nesting. */

export interface Tag {
  /** Local name, lower case, without prefix; `/p` for an end tag. */
  name: string;
  attributes: Map<string, string>;
}

const MAX_TAG = 8_192;

/** Calls back for every tag and for every run of character data, entities decoded. */
export function walkXml(source: string, on: { tag?(tag: Tag): void; text?(text: string): void }): void {
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    const stop = open < 0 ? source.length : open;
    if (stop > at) on.text?.(decodeEntities(source.slice(at, stop)));
    if (open < 0) return;
    if (source.startsWith('<![CDATA[', open)) {
      const end = source.indexOf(']]>', open);
      on.text?.(source.slice(open + 9, end < 0 ? source.length : end));
      at = end < 0 ? source.length : end + 3;
    } else if (source.startsWith('<!--', open)) {
      const end = source.indexOf('-->', open);
      at = end < 0 ? source.length : end + 3;
    } else {
      const end = endOfTag(source, open + 1);
      if (on.tag) on.tag(readTag(source.slice(open + 1, Math.min(end, open + MAX_TAG))));
      at = end + 1;
    }
  }
}

/** Index of the `>` that ends a tag: one within quotes does not. */
function endOfTag(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at += 1) {
    const char = source[at] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return at;
  }
  return source.length;
}

function readTag(inner: string): Tag {
  const [, name = ''] = /^\/?(?:[\w.-]{1,40}:)?([\w.-]{1,60})/.exec(inner) ?? [];
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of inner.matchAll(
    /([\w.-]{1,60})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)')/g,
  )) {
    attributes.set(key.toLowerCase(), decodeEntities(double ?? single ?? ''));
  }
  return { name: `${inner.startsWith('/') ? '/' : ''}${name.toLowerCase()}`, attributes };
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
