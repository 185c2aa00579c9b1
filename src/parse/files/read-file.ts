import { createHash } from 'node:crypto';
import { findLinks } from '../links.ts';
import { isAddressFile, readAddressFile } from './address-file.ts';
import { readZip } from './archive.ts';
import { readCabinet } from './cabinet.ts';
import { readCalendar } from './calendar.ts';
import { readDisk } from './disk-image.ts';
import { extensionOf } from './extension.ts';
import { addGap, type FileContent, LIMITS, type Look, newBudget, type Reader } from './file-content.ts';
import { readActiveMime, readXml } from './flat-office.ts';
import { readPacked } from './gzip.ts';
import { readIso } from './iso.ts';
import { readMarkup } from './markup.ts';
import { readOle } from './ole-document.ts';
import { readOneNote } from './one-note.ts';
import { readPdf } from './pdf.ts';
import { readPicture } from './picture.ts';
import { readPlain } from './plain.ts';
import { isDisguised, isProgram } from './program.ts';
import { readRar } from './rar.ts';
import { isPicture, isTextual, recognise } from './recognise.ts';
import { readRtf } from './rtf.ts';
import { readSealed } from './sealed.ts';
import { readSevenZip } from './seven-zip.ts';
import { readShortcut } from './shortcut.ts';
import { isMailPart, signedContent } from './signed-data.ts';
import { readTar } from './tar.ts';

export type { FileContent } from './file-content.ts';
export { isPicture } from './recognise.ts';

/**
 * Looks into one file: what it really is, what it holds, which links it carries. Never throws; what cannot be read is a
 * gap. Does not know whether the file came alone or in a mail: a picture without a code is no gap here. A mail is
 * recognised and handed back in `mail`, not read.
 */
export async function readFile(file: {
  bytes: Uint8Array;
  name: string;
  declaredType: string;
  inline: boolean;
  /** Words of the mail that may open it, if it is locked. */
  passwords?: readonly string[];
}): Promise<FileContent> {
  const { bytes, name } = file;
  const look = newLook(name, file.passwords ?? []);
  const type = await dig(bytes, look, file.declaredType.toLowerCase());
  return {
    type,
    extension: look.extension,
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    olderDigests: ['md5', 'sha1'].map((digest) => createHash(digest).update(bytes).digest('hex')),
    ...settle(look),
    ...mailIn(bytes, type),
  };
}

/** The mail that a file is, or that stands signed inside of it. */
function mailIn(bytes: Uint8Array, type: string): { mail?: Uint8Array } {
  if (bytes.length > LIMITS.fileBytes) return {};
  if (isMail(type)) return { mail: bytes };
  const signed = type === 'p7m' || type === 'p7s' ? signedContent(bytes) : undefined;
  return signed && isMailPart(signed) ? { mail: signed } : {};
}

function newLook(name: string, passwords: readonly string[]): Look {
  const found = { entries: [], traits: new Set<never>(), content: [], text: [], links: [], mails: [], gaps: [] };
  const look: Look = {
    ...found,
    name,
    path: '',
    extension: extensionOf(name),
    depth: 1,
    budget: newBudget(),
    passwords: passwords.slice(0, LIMITS.passwords),
    inside: (bytes, inner) => digInside(bytes, inner, look),
  };
  return look;
}

/** Recognises and reads one file; returns its type. */
async function dig(bytes: Uint8Array, look: Look, declaredType: string): Promise<string> {
  let type = '';
  try {
    type = await recognise(bytes, look.extension, declaredType);
    if (bytes.length > LIMITS.fileBytes) addGap(look, 'too-large');
    else if (bytes.length > 0) type = (await readerOf(type)(bytes, look, type)) ?? type;
  } catch {
    // A reader that gives up has met broken or hostile bytes: what it found so far stays, the rest is unseen.
    addGap(look, 'unreadable');
  }
  return type;
}

/** A file within a file shares everything with the outer one but its name and place. */
async function digInside(bytes: Uint8Array, name: string, outer: Look): Promise<void> {
  const path = outer.path === '' ? name : `${outer.path}/${name}`;
  const look: Look = {
    ...outer,
    name: `${outer.name}/${name}`,
    path,
    extension: extensionOf(name),
    depth: outer.depth + 1,
    inside: (inner, innerName) => digInside(inner, innerName, look),
  };
  if (outer.budget.files <= 0) return addGap(look, 'too-many');
  outer.budget.files -= 1;
  const type = await dig(bytes, look, '');
  if (isProgram(type, look.extension, bytes)) look.traits.add('program-inside');
  if (isDisguised(type, look.extension)) look.traits.add('program-under-false-name');
  const { mail } = mailIn(bytes, type);
  if (!mail) return;
  if (look.mails.length < LIMITS.mails) look.mails.push({ bytes: mail, name: look.name });
  else addGap(look, 'too-many', 'mail');
}

const READERS: Record<string, Reader> = {
  zip: readZip,
  tar: readTar,
  gz: readPacked,
  zst: readPacked,
  xz: readPacked,
  rar: readRar,
  '7z': readSevenZip,
  cab: readCabinet,
  iso: readIso,
  vhd: readDisk,
  vhdx: readDisk,
  img: readDisk,
  ole: readOle,
  pdf: readPdf,
  rtf: readRtf,
  one: readOneNote,
  html: readMarkup,
  svg: readMarkup,
  hta: readMarkup,
  // A browser runs the scripts of an XML file as well.
  xml: readXml,
  mso: readActiveMime,
  lnk: readShortcut,
  ics: readCalendar,
  vcf: readCalendar,
  // Handed back to be read as a mail.
  eml: () => undefined,
  mht: () => undefined,
  tnef: () => undefined,
  p7s: readSealed,
  p7m: readSealed,
  pgp: readSealed,
};

function readerOf(type: string): Reader {
  const known = READERS[type];
  if (known) return known;
  if (isPicture(type)) return readPicture;
  if (isAddressFile(type)) return readAddressFile;
  return isTextual(type) ? readPlain : (_, look) => addGap(look, 'unsupported');
}

function isMail(type: string): boolean {
  return type === 'eml' || type === 'mht' || type === 'msg' || type === 'tnef';
}

/** Characters in which links are looked for; behind that much padding something may hide. */
const MOST_TEXT = 1_000_000;
const PIECE = 190_000;

type Found = Pick<FileContent, 'entries' | 'traits' | 'content' | 'text' | 'links' | 'mails' | 'gaps'>;

/** Cuts what was found to its limits, and says where that left something out. */
function settle(look: Look): Found {
  const text = look.text.join('\n').trim();
  const links = new Map(look.links.map((link) => [`${link.source} ${link.url}`, link]));
  for (let at = 0; at < Math.min(text.length, MOST_TEXT); at += PIECE) {
    for (const { url } of findLinks(text.slice(at, at + PIECE + 2_000)).urls) {
      const known = links.has(`document ${url}`) || links.has(`qr ${url}`);
      if (!known) links.set(`document ${url}`, { url, source: 'document' });
    }
  }
  if (text.length > MOST_TEXT) addGap(look, 'too-large');
  if (links.size > LIMITS.links) addGap(look, 'too-many');
  return {
    entries: look.entries,
    traits: [...look.traits],
    content: [...look.content, text].join('\n').trim().slice(0, LIMITS.contentChars),
    ...(text !== '' && { text: text.slice(0, LIMITS.contentChars) }),
    links: [...links.values()].slice(0, LIMITS.links),
    mails: look.mails,
    gaps: [...look.gaps],
  };
}
