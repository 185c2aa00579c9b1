import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FeedDefinition, FeedState } from '../../store/feed-store.ts';
import { FeedRefusal } from './limits.ts';
import { type Asking, request, textOfAnswer } from './request.ts';

/** A list as a file on this machine. */
export interface Fetched {
  path: string;
  state: FeedState;
  /** When its source said so. */
  freshAt: Date;
}

export function isFile(source: string): boolean {
  return !/^https?:\/\//i.test(source);
}

/**
 * Brings one address (or file) to a file in `folder`. Undefined when the source has nothing newer than `known`. A file is
 * as fresh as its last change; an address as the moment in which it was asked.
 */
export async function fetchSource(
  source: string,
  folder: string,
  known: FeedState | undefined,
  asking: Asking,
  now: Date,
): Promise<Fetched | 'unchanged'> {
  if (isFile(source)) return fileSource(source, known, asking);
  const answer = await request(source, asking, {
    ...(known?.etag && { 'if-none-match': known.etag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  });
  // Only an answer to a question: a server that says 304 unasked has given us nothing.
  if (answer.status === 304 && known) return 'unchanged';
  if (answer.status !== 200) throw new FeedRefusal(`the source answered with status ${answer.status}`);
  const path = join(folder, 'list');
  await pipeline(answer.body, createWriteStream(path, { mode: 0o600 }));
  const etag = answer.headers.get('etag')?.slice(0, 500);
  const lastModified = answer.headers.get('last-modified')?.slice(0, 100);
  return { path, state: { ...(etag && { etag }), ...(lastModified && { lastModified }) }, freshAt: now };
}

async function fileSource(path: string, known: FeedState | undefined, asking: Asking): Promise<Fetched | 'unchanged'> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new FeedRefusal(`the file could not be read (${error.code})`);
  });
  if (!found.isFile()) throw new FeedRefusal('it is no file');
  if (found.size > asking.limits.downloadBytes) throw new FeedRefusal('the file is larger than it may be');
  const etag = `${found.mtimeMs}-${found.size}`;
  return known?.etag === etag ? 'unchanged' : { path, state: { etag }, freshAt: found.mtime };
}

const MAX_CHECKSUM = 64 * 1024;

/** Compares with the SHA-256 that was given, or that the source publishes beside the list. */
export async function verifyChecksum(definition: FeedDefinition, path: string, asking: Asking): Promise<void> {
  const { checksum } = definition;
  if (!checksum) return;
  let expected = checksum;
  if (!/^[\da-f]{64}$/i.test(checksum)) {
    const answer = await request(checksum, asking);
    if (answer.status !== 200) throw new FeedRefusal(`its checksum was answered with status ${answer.status}`);
    const [found] = /\b[\da-f]{64}\b/i.exec(await textOfAnswer(answer.body, MAX_CHECKSUM)) ?? [];
    if (!found) throw new FeedRefusal('where its checksum should be there is none');
    expected = found;
  }
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  if (digest.digest('hex') !== expected.toLowerCase()) {
    throw new FeedRefusal('its bytes do not have the checksum that they should have');
  }
}
