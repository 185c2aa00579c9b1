import { inflateSync } from 'node:zlib';
import { addGap, LIMITS, type Look, listEntry } from './file-content.ts';
import { readMarkup } from './markup.ts';
import { decodeText } from './text.ts';
import { walkXml } from './xml.ts';

const MOST_PARTS = 50;

/**
 * Reads an XML file: as the page that a browser makes of it, and, where it is a whole document of Office in one file,
 * the binary parts within: the macros of such a document are Base64 that no scanner of macros looks for.
 */
export async function readXml(bytes: Uint8Array, look: Look): Promise<string | undefined> {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1');
  readMarkup(bytes, look);
  if (!/<\?mso-application|<(?:\w{1,10}:)?(?:package|wordDocument)\b/i.test(head)) return undefined;
  const parts: { name: string; data: string }[] = [];
  let within = false;
  let path = '';
  walkXml(decodeText(bytes), {
    tag({ name, attributes }) {
      if (name === 'part') path = attributes.get('name') ?? '';
      within = name === 'bindata' || name === 'binarydata';
      if (within) parts.push({ name: attributes.get('name') ?? path, data: '' });
    },
    text(text) {
      const part = parts.at(-1);
      if (within && part && parts.length <= MOST_PARTS) part.data += text;
    },
  });
  if (parts.length > MOST_PARTS) addGap(look, 'too-many');
  for (const { name, data } of parts.slice(0, MOST_PARTS)) {
    const part = Buffer.from(data, 'base64');
    if (part.length === 0 || /\.(?:emf|wmf|wmz|emz)$/i.test(name)) continue;
    if (look.depth >= LIMITS.depth) return addGap(look, 'too-many');
    await look.inside(part, name.split('/').at(-1) || 'part');
  }
  return undefined;
}

/** Where the compressed bytes of an ActiveMime file begin. Source: what every program that writes one puts there. */
const STARTS = [0x32, 0x22a];

/** The wrapping in which Office keeps macros and objects of a document saved as a web page: a compressed compound file. */
export async function readActiveMime(bytes: Uint8Array, look: Look): Promise<undefined> {
  const most = Math.min(LIMITS.entryBytes, look.budget.inflated);
  for (const start of STARTS) {
    let inner: Buffer;
    try {
      inner = inflateSync(bytes.subarray(start), { maxOutputLength: most });
    } catch {
      continue;
    }
    look.budget.inflated -= inner.length;
    if (look.depth >= LIMITS.depth) addGap(look, 'too-many');
    else if (listEntry(look, { name: 'document.bin', size: inner.length, encrypted: false })) {
      await look.inside(inner, 'document.bin');
    }
    return;
  }
  addGap(look, 'unreadable');
}
