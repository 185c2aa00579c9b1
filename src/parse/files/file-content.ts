import type { ArchiveEntry, Gap, Trait } from '../../model.ts';

/** A link found inside a file, as it stood there: not yet refanged, decoded or checked. */
export interface FileLink {
  url: string;
  /** The words on it, where they differ. */
  shown?: string;
  source: 'document' | 'qr';
}

/** What a look into one file told. Plain data but for `mail`. */
export interface FileContent {
  /** By content: `pdf`, `zip`, `docx`, `exe`, `html`, …; `''` when unknown. */
  type: string;
  /** As an operating system would read the name: lower case, no dot. */
  extension: string;
  /** Bytes. */
  size: number;
  /** Of the whole file, lower-case hex. */
  sha256: string;
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
  gaps: Gap[];
}

/** What one reader (PDF, archive, picture, …) adds to the whole. */
export interface Look {
  entries: ArchiveEntry[];
  traits: Set<Trait>;
  content: string;
  text: string;
  links: FileLink[];
  gaps: Gap[];
}

export function emptyLook(): Look {
  return { entries: [], traits: new Set(), content: '', text: '', links: [], gaps: [] };
}

/**
 * What one file may cost. Inflated bytes and pixels live outside of the worker's heap limit, so these numbers, and not
 * the heap, are what stops a bomb.
 */
export const LIMITS = {
  /** Bytes of a file that is looked into; a bigger one is hashed and named, no more. */
  fileBytes: 25 * 1024 * 1024,
  /** Characters of `content` and of `text`. */
  contentChars: 64 * 1024,
  links: 200,
  /** Archive entries listed, all depths together. */
  entries: 2_000,
  /** Archives within archives that are opened; the file itself is depth 1. */
  depth: 3,
  /** Inflated bytes of one archive entry, and of all entries of a file together. */
  entryBytes: 16 * 1024 * 1024,
  inflatedBytes: 64 * 1024 * 1024,
  /** Inflated to packed: beyond this, and beyond a megabyte, an entry is a bomb. Honest XML stays below 100. */
  ratio: 200,
  /** Pictures: width × height, before anything is decoded. 16 megapixels cost about 64 MB decoded. */
  pixels: 16_000_000,
  /** Pages of a PDF whose text is read. */
  pages: 20,
} as const;
