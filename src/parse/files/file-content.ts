import type { ArchiveEntry, Gap, Trait } from '../../model.ts';

/** A link found inside a file, as it stood there: not yet refanged, decoded or checked. */
export interface FileLink {
  url: string;
  /** The words on it, where they differ. */
  shown?: string;
  source: 'document' | 'qr';
}

/** What a look into one file told. Plain data but for `mail` and `mails`. */
export interface FileContent {
  /** By content: `pdf`, `zip`, `docx`, `exe`, `html`, …; `''` when unknown. */
  type: string;
  /** As an operating system would read the name: lower case, no dot. */
  extension: string;
  /** Bytes. */
  size: number;
  /** Of the whole file, lower-case hex. */
  sha256: string;
  /** MD5 and SHA-1, likewise. */
  olderDigests?: string[];
  /** What an archive lists, nested archives flattened as `outer.zip/inner.exe`. */
  entries: ArchiveEntry[];
  traits: Trait[];
  /** Source or text for the checks (HTML source, PDF text, macro source), cut at 64 kB. */
  content: string;
  /** What a person who opens the file reads, where the file holds readable words. */
  text?: string;
  links: FileLink[];
  /** The file's own bytes, when they are a mail that the caller should parse as one. */
  mail?: Uint8Array;
  /** Mails that lie inside of it (in an archive), for the caller to parse. */
  mails: InnerMail[];
  gaps: Gap[];
}

/** A mail found inside a file, with its name there. */
export interface InnerMail {
  bytes: Uint8Array;
  name: string;
}

/**
 * What one file may cost. Inflated bytes and pixels live outside of the worker's heap limit, so these numbers, and not
 * the heap, are what stops a bomb.
 */
export const LIMITS = {
  /** Bytes of a file that is looked into; a bigger one is named and hashed, no more. */
  fileBytes: 25 * 1024 * 1024,
  /** Characters of `content` and of `text`. */
  contentChars: 64 * 1024,
  links: 200,
  /** Archive entries listed, all depths together. */
  entries: 2_000,
  /** Files within files that are opened; the file itself is depth 1. */
  depth: 3,
  /** Inflated bytes of one entry, and of everything in a file together. */
  entryBytes: 16 * 1024 * 1024,
  inflatedBytes: 64 * 1024 * 1024,
  /** The same for one stream of LZMA, which takes a quarter of a second a megabyte here. */
  slowBytes: 6 * 1024 * 1024,
  /** Inflated to packed: beyond this, and beyond a megabyte, an entry is a bomb. Honest XML stays below 100. */
  ratio: 200,
  /** Width × height of all pictures of a file together, before anything is decoded: 16 megapixels cost about 64 MB. */
  pixels: 16_000_000,
  /** Pictures of one file that are searched for codes. */
  pictures: 40,
  /** Files within a file that are opened, and PDFs among them: each of those may take seconds. */
  files: 300,
  documents: 8,
  /** Pages of a PDF that are read. */
  pages: 20,
  /** Mails inside a file that are handed back. */
  mails: 20,
  /** Different gaps named; the rest would only repeat them. */
  gaps: 12,
  /** Passwords of the mail that are tried on a locked file. */
  passwords: 50,
} as const;

/** What is left to spend on one file and on everything inside it. Readers take from it as they go. */
export interface Budget {
  inflated: number;
  entries: number;
  pixels: number;
  pictures: number;
  files: number;
  documents: number;
}

/**
 * A look under way. Readers add to it as they find things, so that what was found before a reader failed still counts.
 */
export interface Look {
  /** Name of the file being read, with the archives around it. Attacker text. */
  name: string;
  /** The same, seen from the outermost archive: `''` for the file itself, then `inner.zip`, `inner.zip/a.exe`. */
  path: string;
  extension: string;
  /** 1 for the file itself. */
  depth: number;
  budget: Budget;
  /** What may be the password of a locked file, because it stands in the mail. Tried here and forgotten. */
  passwords: readonly string[];
  entries: ArchiveEntry[];
  traits: Set<Trait>;
  content: string[];
  text: string[];
  links: FileLink[];
  mails: InnerMail[];
  gaps: Gap[];
  /** Looks into a file found inside this one; what it tells is added to this look. */
  inside(bytes: Uint8Array, name: string): Promise<void>;
}

/** Reads one kind of file. May return a type more exact than the recognised one; may throw, which becomes a gap. */
export type Reader = (bytes: Uint8Array, look: Look, type: string) => Promise<string | undefined> | string | undefined;

export function newBudget(): Budget {
  return {
    inflated: LIMITS.inflatedBytes,
    entries: LIMITS.entries,
    pixels: LIMITS.pixels,
    pictures: LIMITS.pictures,
    files: LIMITS.files,
    documents: LIMITS.documents,
  };
}

/** Names a file that this one holds; false when there are too many to name. */
export function listEntry(look: Look, entry: ArchiveEntry): boolean {
  if (look.budget.entries <= 0) {
    addGap(look, 'too-many');
    return false;
  }
  look.budget.entries -= 1;
  nameEntry(look, entry);
  return true;
}

/** Adds an entry whose cost was paid when its list was read. */
export function nameEntry(look: Look, { name, size, encrypted }: ArchiveEntry): void {
  const within = look.path === '' ? '' : `${look.path}/`;
  look.entries.push({ name: `${within}${name}`.slice(0, 1024), size, encrypted });
}

/**
 * Says once what could not be looked at in this file. Not `blinding` only where a reader who opens the file would not
 * meet it either.
 */
export function addGap(look: Look, why: Gap['why'], what: Gap['what'] = 'attachment', blinding = true): undefined {
  const name = look.name.slice(-255);
  const same = look.gaps.some((gap) => gap.why === why && gap.what === what && gap.name === name);
  if (!same && look.gaps.length < LIMITS.gaps) look.gaps.push({ what, why, name, blinding });
}
