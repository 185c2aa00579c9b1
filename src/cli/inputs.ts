import { createReadStream, readFileSync, statSync } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../errors.ts';
import type { Gap, Specimen } from '../model.ts';
import { extensionOf } from '../parse/files/extension.ts';
import { recognise } from '../parse/files/recognise.ts';
import { decodeText } from '../parse/files/text.ts';
import { findLinks } from '../parse/links.ts';
import { refang } from '../parse/refang.ts';
import { urlParts } from '../parse/url.ts';

/** One thing to check. */
export interface Input {
  /** As given; for a file out of a folder, the folder as given and the file's path in it. */
  input: string;
  /** Out of a folder: one of many. */
  listed: boolean;
  /** Reads it: only when its turn has come, so that a folder is never in memory as a whole. */
  load(): Promise<Specimen | Fault>;
}

/** Why an input could not be read at all, as a gap and in words for the person at the terminal. */
export interface Fault {
  gap: Gap;
  text: string;
}

/** What was left out of folders, to be said at the end. */
export interface Skipped {
  hidden: number;
  special: number;
}

/** Bytes of the biggest file that is read at all; parsing has lower limits for what it looks into. */
const MAX_BYTES = 64 * 1024 * 1024;
const SMALL = 256 * 1024;

/**
 * What the arguments name, one after the other. Folders are walked lazily, in the order in which the file system lists
 * them. Hidden files, and what is neither file nor folder, are counted in `skipped`; links to folders are not followed.
 */
export async function* inputsOf(args: string[], skipped: Skipped): AsyncGenerator<Input> {
  for (const input of args) {
    if (input === '-') {
      yield { input, listed: false, load: () => loadStream(process.stdin, '') };
      continue;
    }
    const found = await stat(input).catch((error: NodeJS.ErrnoException) => error);
    if (!(found instanceof Error)) {
      if (found.isDirectory()) yield* walk(input, skipped);
      else yield { input, listed: false, load: () => loadFile(input) };
    } else if (looksLikeLink(input)) {
      yield { input, listed: false, load: async () => linkOf(input) };
    } else {
      yield { input, listed: false, load: async () => faultOf(input, found) };
    }
  }
}

/**
 * Whether an argument that is no file is meant as a link: it has a scheme (`hxxps` too), begins with `www.`, or carries
 * an analyst's brackets. A bare `invoice.zip` is a mistyped file name, although .zip is a top-level domain.
 */
export function looksLikeLink(argument: string): boolean {
  return /^[a-z][a-z0-9+.*-]{1,20}(?::|\[:\]|\[:\/\/\])\S|^www[.[]|\[(?:\.|dot|:\/\/|at|@)\]|\(dot\)/i.test(argument);
}

/** A link as a specimen, judged by its address alone. */
export function linkOf(argument: string): Specimen {
  return { kind: 'link', url: refanged(argument) };
}

/** The link that an argument means: analysts pass on `hxxps://evil[.]example/a`, or leave the scheme away. */
function refanged(argument: string): string {
  const { text } = refang(argument);
  return urlParts(text) ? text : (findLinks(argument).urls[0]?.url ?? argument);
}

async function* walk(folder: string, skipped: Skipped): AsyncGenerator<Input> {
  try {
    for await (const entry of await opendir(folder)) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.')) {
        skipped.hidden += 1;
      } else if (entry.isDirectory()) {
        yield* walk(path, skipped);
      } else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile())) {
        yield { input: path, listed: true, load: () => loadFile(path) };
      } else {
        skipped.special += 1;
      }
    }
  } catch (error) {
    yield { input: folder, listed: true, load: async () => faultOf(folder, error) };
  }
}

/** At once where it is small: a stream costs four turns through the threads for files, more than reading does. */
async function loadFile(path: string): Promise<Specimen | Fault> {
  try {
    const found = statSync(path);
    if (found.isFile() && found.size > 0 && found.size <= SMALL) {
      return await specimenOf(readFileSync(path), path.split(/[/\\]/).at(-1) ?? '');
    }
  } catch (error) {
    return faultOf(path, error);
  }
  return loadStream(createReadStream(path, { end: MAX_BYTES }), path);
}

async function loadStream(stream: AsyncIterable<Buffer>, path: string): Promise<Specimen | Fault> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > MAX_BYTES) return fault(path, 'too-large', `It is larger than ${MAX_BYTES / 1024 / 1024} MB.`);
      chunks.push(chunk);
    }
  } catch (error) {
    return faultOf(path, error);
  }
  if (size === 0) return fault(path, 'unreadable', 'It is empty.');
  return specimenOf(Buffer.concat(chunks), path.split(/[/\\]/).at(-1) ?? '');
}

/** Mail by its content or its name; readable text without a file's purpose is a pasted text; all else is a file. */
export async function specimenOf(bytes: Uint8Array, name: string): Promise<Specimen> {
  const extension = extensionOf(name);
  if (extension === 'eml' || extension === 'msg') return { kind: 'mail', bytes, name };
  const type = await recognise(bytes, extension, '');
  if (type === 'eml') return { kind: 'mail', bytes, name };
  if (type === 'txt' && (extension === '' || extension === 'txt' || extension === 'text')) {
    return { kind: 'text', text: decodeText(bytes), links: [] };
  }
  return { kind: 'file', bytes, name: name || 'standard input' };
}

/** Why a file could not be read. */
export function faultOf(path: string, error: unknown): Fault {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fault(path, 'missing', 'There is no such file. (A link needs its https://.)');
    case 'EACCES':
    case 'EPERM':
      return fault(path, 'no-access', 'It may not be read.');
    default:
      return fault(path, 'error', `It could not be read: ${reasonOf(error)}`);
  }
}

function fault(name: string, why: Gap['why'], text: string): Fault {
  return { gap: { what: 'file', why, name, blinding: true }, text };
}
