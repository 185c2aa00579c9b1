import { type CompoundStream, openCompoundFile } from './compound-file.ts';
import { judgeFields, startsByExchange } from './fields.ts';
import { addGap, LIMITS, type Look } from './file-content.ts';
import { judgeObject, judgeObjectLink } from './object-kinds.ts';
import { readPackage } from './old-object.ts';
import { MOST_WORDS, readableRuns } from './readable-runs.ts';
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
export async function readOle(bytes: Uint8Array, look: Look): Promise<string> {
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
  await readObjects(streams, look);
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

/** Objects in the document, each in a folder of its own: files packed into it, newer documents, links to elsewhere. */
async function readObjects(streams: CompoundStream[], look: Look): Promise<void> {
  const objects = streams.filter(({ path }) => OBJECT.test(path));
  if (objects.length > MOST_OBJECTS) addGap(look, 'too-many');
  for (const stream of objects.slice(0, MOST_OBJECTS)) {
    const bytes = readStream(stream, look.budget);
    const kind = stream.path.split('/').at(-1)?.toLowerCase() ?? '';
    if (!bytes) addGap(look, 'too-large');
    else if (kind === '\u0001ole10native') await readPackage(bytes.subarray(4), look);
    else if (kind === '\u0001ole') judgeObjectLink(bytes, look);
    else if (kind === 'package' && bytes[0] === 0x50) {
      if (look.depth >= LIMITS.depth) addGap(look, 'too-many');
      else await look.inside(bytes, 'package');
    } else judgeObject(bytes, look);
  }
}

const OBJECT = /(^|\/)(\u0001Ole10Native|\u0001Ole|\u0001CompObj|\u0003OCXDATA|Package|contents)$/i;
const MOST_OBJECTS = 60;

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
    if (record === 0x1ae) readSource(bytes.subarray(at + 4, at + 4 + view.getUint16(at + 2, true)), look);
    if (record === 0x85 && bytes[at + 9] === 1) look.traits.add('excel4-macro');
  }
}

/** Where a formula takes its figures from (SupBook, MS-XLS 2.4.271): another table, or a program behind a bar of 3. */
function readSource(record: Uint8Array, look: Look): void {
  const text = Buffer.from(record.subarray(4)).toString('latin1').replaceAll('\0', '');
  if (text.includes('\x03') && startsByExchange(`DDE ${text.replaceAll('\x03', ' ')}`))
    look.traits.add('command-in-field');
}

function encrypted(look: Look): void {
  look.traits.add('encrypted');
  addGap(look, 'encrypted');
}

const FIELD = /\b(?:HYPERLINK|DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\s{1,10}["\\a-zA-Z][^\r\n]{3,2000}/g;

/** The words of a document stream, without its layout. */
function readWords(stream: CompoundStream | undefined, look: Look): Uint8Array | undefined {
  if (!stream) return undefined;
  const bytes = readStream(stream, look.budget);
  if (!bytes) {
    addGap(look, 'too-large');
    return undefined;
  }
  const words = readableRuns(bytes, MOST_WORDS);
  look.text.push(words);
  // Fields stand among the words: only what is plainly one counts here, since the words may speak of anything.
  judgeFields(words.match(FIELD)?.join('\n') ?? '', look);
  return bytes;
}
