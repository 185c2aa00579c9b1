import { addGap, type Look } from './file-content.ts';
import { decodeText } from './text.ts';

/** Reads Rich Text: words, links, and what it loads. Objects packed into it are hex that nobody reads here: a gap. */
export function readRtf(bytes: Uint8Array, look: Look): undefined {
  const source = decodeText(bytes);
  const plain = decodeEscapes(source.slice(0, 1_000_000));
  if (/\\\*\\template\s{0,10}(https?:|\\\\|\/\/|ftp:)/i.test(plain)) look.traits.add('remote-template');
  // Linked or refreshed by itself on opening: how exploits of the equation editor and of OLE links arrive.
  if (/\\obj(update|autlink|link)\b/.test(source)) look.traits.add('external-object');
  if (/\\obj(data|ocx|emb|class)\b/.test(source)) addGap(look, 'unsupported');
  for (const [, url = ''] of plain.matchAll(/HYPERLINK\s{1,10}"([^"]{4,2000})"/g)) {
    look.links.push({ url, source: 'document' });
  }
  look.content.push(source);
  look.text.push(wordsOf(plain));
}

function decodeEscapes(source: string): string {
  return source.replace(/\\u(-?\d{1,6})\s?(?:\\'[0-9a-f]{2}|\?)?|\\'([0-9a-f]{2})/gi, (_, code, hex) =>
    code === undefined
      ? String.fromCharCode(Number.parseInt(hex, 16))
      : String.fromCharCode(((Number(code) % 65_536) + 65_536) % 65_536),
  );
}

function wordsOf(plain: string): string {
  return plain
    .replace(/\\(par|line|row|cell)\b ?/g, '\n')
    .replace(/\\[a-z]{1,32}-?\d{0,10} ?/gi, '')
    .replace(/\\\*|[{}]/g, '');
}
