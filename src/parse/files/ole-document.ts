import { type CompoundStream, openCompoundFile } from './compound-file.ts';
import { addGap, LIMITS, type Look } from './file-content.ts';
import { readableRuns } from './readable-runs.ts';
import { readMacroStreams, readStream } from './vba-project.ts';

/** Class ids of the root, as stored. Sources: MS-OXMSG 2.2.3, and the registry keys of Windows Installer. */
const BY_CLASS: Record<string, string> = {
  '0b0d020000000000c000000000000046': 'msg',
  '84100c0000000000c000000000000046': 'msi',
  '86100c0000000000c000000000000046': 'msi', // a patch
};

const BY_STREAM: [pattern: RegExp, type: string][] = [
  [/^__properties_version1\.0$/i, 'msg'],
  [/^WordDocument$/i, 'doc'],
  [/^(Workbook|Book)$/i, 'xls'],
  [/^PowerPoint Document$/i, 'ppt'],
  [/^VisioDocument$/i, 'vsd'],
  [/^\u4840/, 'msi'], // table names are packed into this range
];

const OPENED = new Set(['doc', 'xls', 'ppt']);

/** Reads a compound file: an old Office document, or what else has that container. */
export function readOle(bytes: Uint8Array, look: Look): string {
  const { rootClass, streams } = openCompoundFile(bytes);
  const find = (pattern: RegExp) => streams.find((stream) => pattern.test(stream.path));
  if (find(/^EncryptedPackage$/i)) {
    // A password hides the whole document, lure included; the name is all that tells which kind it is.
    look.traits.add('encrypted');
    addGap(look, 'encrypted');
    return /^(doc|xls|ppt)[xm]$/.test(look.extension) ? look.extension : 'ole';
  }
  const byStream = BY_STREAM.filter(([pattern]) => find(pattern)).map(([, kind]) => kind);
  // Word opens what has a document in it, whatever else it claims to be: the properties of a message hide no macro.
  const type = byStream.find((kind) => OPENED.has(kind)) ?? BY_CLASS[rootClass] ?? byStream[0] ?? 'ole';
  for (const stream of streams.filter(({ path }) => /(^|\/)\u0001Ole10Native$/i.test(path)).slice(0, 20)) {
    readPackage(stream, look);
  }
  // A message is handed back to be read as one; deeper inside nobody does.
  if (type === 'msg') return type;
  if (type === 'msi') {
    addGap(look, 'unsupported');
    return type;
  }
  readMacroStreams(streams, look);
  if (type === 'doc') readWord(find(/^WordDocument$/i), look);
  if (type === 'xls') readExcel(find(/^(Workbook|Book)$/i), look);
  if (type === 'ppt') readWords(find(/^PowerPoint Document$/i), look);
  if (!OPENED.has(type) && look.depth === 1) addGap(look, 'unsupported');
  return type;
}

function readWord(stream: CompoundStream | undefined, look: Look): void {
  const bytes = readWords(stream, look);
  // FibBase.fEncrypted, MS-DOC 2.5.2.
  if (bytes && ((bytes[11] ?? 0) & 1) === 1) encrypted(look);
}

/** Sheets and encryption as the workbook's records tell (MS-XLS 2.4.28, 2.4.117): the first substream suffices. */
function readExcel(stream: CompoundStream | undefined, look: Look): void {
  const bytes = readWords(stream, look);
  if (!bytes) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 4 + view.getUint16(at + 2, true)) {
    const record = view.getUint16(at, true);
    if (record === 0x0a) break;
    if (record === 0x2f) encrypted(look);
    if (record === 0x85 && bytes[at + 9] === 1) look.traits.add('excel4-macro');
  }
}

function encrypted(look: Look): void {
  look.traits.add('encrypted');
  addGap(look, 'encrypted');
}

/** The words of a document stream, without its layout. */
function readWords(stream: CompoundStream | undefined, look: Look): Uint8Array | undefined {
  if (!stream) return undefined;
  const bytes = readStream(stream, look.budget);
  if (!bytes) {
    addGap(look, 'too-large');
    return undefined;
  }
  const words = readableRuns(bytes, LIMITS.contentChars);
  look.text.push(words);
  for (const [, url = ''] of words.matchAll(/HYPERLINK\s{1,10}"([^"]{4,2000})"/g)) {
    look.links.push({ url, source: 'document' });
  }
  return bytes;
}

/** A file packed into a document as an icon to be clicked: label and name stand before its bytes. */
function readPackage(stream: CompoundStream, look: Look): undefined {
  const bytes = readStream(stream, look.budget);
  if (!bytes) return addGap(look, 'too-large');
  const labelEnd = bytes.indexOf(0, 6);
  const nameEnd = labelEnd < 0 ? -1 : bytes.indexOf(0, labelEnd + 1);
  if (nameEnd < 0) return;
  const name = Buffer.from(bytes.subarray(labelEnd + 1, nameEnd)).toString('latin1');
  const file = name.split(/[/\\]/).at(-1) ?? '';
  const folder = look.path === '' ? '' : `${look.path}/`;
  look.entries.push({ name: `${folder}${file}`.slice(0, 1024), size: bytes.length, encrypted: false });
}
