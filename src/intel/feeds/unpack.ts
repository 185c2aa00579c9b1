import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import { type FeedLimits, FeedRefusal } from './limits.ts';

const MOST_MEMBERS = 1_000;
/** A list may lie in a zip that somebody gzipped. */
const MOST_LAYERS = 2;

/** The texts in a file: itself, or what was packed with gzip or zip. Each is read before the next is asked for. */
export async function* textsIn(path: string, limits: FeedLimits): AsyncGenerator<AsyncIterable<Uint8Array>> {
  const budget = { left: limits.inflatedBytes };
  if (await beginsWith(path, 'PK\u0003\u0004')) yield* membersOf(path, limits, budget);
  else yield plainOf(createReadStream(path), limits, budget, MOST_LAYERS);
}

async function beginsWith(path: string, magic: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return bytesRead === magic.length && buffer.toString('latin1') === magic;
  } finally {
    await file.close();
  }
}

async function* membersOf(
  path: string,
  limits: FeedLimits,
  budget: { left: number },
): AsyncGenerator<AsyncIterable<Uint8Array>> {
  let seen = 0;
  try {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
    try {
      for await (const entry of zip.eachEntry()) {
        seen += 1;
        if (seen > MOST_MEMBERS) throw new FeedRefusal('its zip file holds too many files');
        if (entry.fileName.endsWith('/')) continue;
        if (entry.isEncrypted()) throw new FeedRefusal('its zip file is locked with a password');
        const stream = await zip.openReadStreamPromise(entry);
        yield plainOf(guarded(stream, entry.compressedSize, limits), limits, budget, MOST_LAYERS - 1);
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    throw error instanceof FeedRefusal ? error : new FeedRefusal('its zip file is damaged');
  }
}

/** What it is that the bytes hold shows in the first of them. */
async function* plainOf(
  bytes: AsyncIterable<Uint8Array>,
  limits: FeedLimits,
  budget: { left: number },
  layers: number,
): AsyncGenerator<Uint8Array> {
  const iterator = bytes[Symbol.asyncIterator]();
  const first = await iterator.next();
  const rest = (async function* (): AsyncGenerator<Uint8Array> {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
  if (!first.done && layers > 0 && first.value[0] === 0x1f && first.value[1] === 0x8b) {
    yield* plainOf(gunzipped(rest, limits), limits, budget, layers - 1);
    return;
  }
  let begun = false;
  for await (const chunk of rest) {
    if (!begun && looksLikeMarkup(chunk)) throw new FeedRefusal('it is a web page, not a list');
    begun = true;
    budget.left -= chunk.length;
    if (budget.left < 0) throw new FeedRefusal('it inflates to more than it may');
    yield chunk;
  }
}

/** An error page or a login page in place of the list: no format that we read begins with an angle bracket. */
function looksLikeMarkup(chunk: Uint8Array): boolean {
  return /^(?:\u00ef\u00bb\u00bf)?\s{0,200}</.test(Buffer.from(chunk.subarray(0, 256)).toString('latin1'));
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>, limits: FeedLimits): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  let packed = 0;
  let failure: unknown;
  const feeding = (async () => {
    try {
      for await (const chunk of bytes) {
        packed += chunk.length;
        if (!gunzip.write(chunk)) {
          await new Promise<void>((resolve) => {
            gunzip.once('drain', resolve);
            gunzip.once('close', resolve);
          });
        }
        if (gunzip.destroyed) return;
      }
      gunzip.end();
    } catch (error) {
      failure = error;
      gunzip.destroy();
    }
  })();
  let inflated = 0;
  try {
    for await (const chunk of gunzip) {
      inflated += chunk.length;
      checkRatio(inflated, packed, limits);
      yield chunk;
    }
  } catch (error) {
    if (failure instanceof FeedRefusal) throw failure;
    throw error instanceof FeedRefusal ? error : new FeedRefusal('its gzip file is damaged or ends in the middle');
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

async function* guarded(
  bytes: AsyncIterable<Uint8Array>,
  packed: number,
  limits: FeedLimits,
): AsyncGenerator<Uint8Array> {
  let inflated = 0;
  for await (const chunk of bytes) {
    inflated += chunk.length;
    checkRatio(inflated, packed, limits);
    yield chunk;
  }
}

function checkRatio(inflated: number, packed: number, { ratio }: FeedLimits): void {
  if (inflated > 1024 * 1024 && inflated > packed * ratio) throw new FeedRefusal('it inflates like a bomb');
}
