import { addGap, LIMITS, type Look, listEntry } from './file-content.ts';
import { MOST_WORDS, readableRuns } from './readable-runs.ts';
import { isPicture, recognise } from './recognise.ts';

/** What stands before every file packed into a section (FileDataStoreObject, MS-ONESTORE 2.6.13), and its own header. */
const STORE = Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex');
const HEADER = 36;
const MOST_FILES = 50;

/**
 * Reads a OneNote section: the words on its pages, and the files behind its pictures. Of the layout only as much is read
 * as a lure needs: the stores are found by their mark, wherever they lie.
 */
export async function readOneNote(bytes: Uint8Array, look: Look): Promise<undefined> {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const stores: Buffer[] = [];
  const between: Buffer[] = [];
  let from = 0;
  for (let at = raw.indexOf(STORE); at >= 0; at = raw.indexOf(STORE, from)) {
    between.push(raw.subarray(from, at));
    const begin = Math.min(at + HEADER, raw.length);
    const length = lengthAt(raw, at + STORE.length);
    // A length that leaves the file is a lie: what stands up to the next store is what there is.
    const next = raw.indexOf(STORE, begin);
    const end = begin + length <= raw.length ? begin + length : next < 0 ? raw.length : next;
    stores.push(raw.subarray(begin, end));
    from = Math.max(end, at + STORE.length);
    if (stores.length > MOST_FILES) {
      addGap(look, 'too-many');
      break;
    }
  }
  between.push(raw.subarray(from));
  const words = between.map((piece) => readableRuns(piece, MOST_WORDS)).join('\n');
  look.text.push(words);
  await readStores(stores.slice(0, MOST_FILES), namesIn(words), look);
}

async function readStores(stores: Buffer[], names: string[], look: Look): Promise<void> {
  for (const [index, store] of stores.entries()) {
    if (store.length > look.budget.inflated) return addGap(look, 'too-large');
    look.budget.inflated -= store.length;
    // Pictures stand there without a name; the names in the section are those of files, in their order.
    const picture = isPicture(await recognise(store, '', ''));
    const name = (picture ? undefined : names.shift()) ?? `embedded-${index + 1}`;
    if (!listEntry(look, { name, size: store.length, encrypted: false })) return;
    if (look.depth >= LIMITS.depth) addGap(look, 'too-many');
    else await look.inside(store, name);
  }
}

function lengthAt(raw: Buffer, at: number): number {
  return at + 8 <= raw.length ? Number(raw.readBigUInt64LE(at)) : 0;
}

/** Names of files among the words, each once. */
function namesIn(words: string): string[] {
  const found = words.matchAll(/^[^\\/:*?"<>|\r\n]{1,120}\.[a-z0-9]{2,5}$/gim);
  return [...new Set(Array.from(found, ([name]) => name.trim()))].filter((name) => !/\.(?:com|net|org)$/i.test(name));
}
