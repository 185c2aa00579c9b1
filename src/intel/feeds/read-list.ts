import { join } from 'node:path';
import type { FeedDefinition } from '../../store/feed-store.ts';
import type { Parsed } from './entry.ts';
import { fetchSource, isFile } from './fetch-source.ts';
import { readCsv } from './formats/csv.ts';
import { readHosts } from './formats/hosts.ts';
import { readManifest, readMispEvent, readMispWarningList } from './formats/misp.ts';
import { readPlain } from './formats/plain.ts';
import { readStix } from './formats/stix.ts';
import { FeedRefusal } from './limits.ts';
import { type Asking, textOfAnswer } from './request.ts';
import { readTaxii } from './taxii.ts';
import { textsIn } from './unpack.ts';

const MAX_MANIFEST = 64 * 1024 * 1024;

/** Everything that a list holds, a piece at a time. `path` is where its first file lies; some formats fetch more. */
export async function* readList(
  definition: FeedDefinition,
  path: string,
  folder: string,
  asking: Asking,
  now: Date,
): AsyncGenerator<Parsed[]> {
  if (definition.format === 'taxii') {
    yield* readTaxii(definition.source, asking, now);
    return;
  }
  for await (const text of textsIn(path, asking.limits)) {
    try {
      yield* definition.format === 'misp-feed'
        ? readMispFeed(definition, text, folder, asking, now)
        : readText(definition, text, now);
    } catch (error) {
      throw error instanceof FeedRefusal
        ? error
        : new FeedRefusal(error instanceof Error ? error.message : 'it failed');
    }
  }
}

function readText(
  { format, columns }: FeedDefinition,
  text: AsyncIterable<Uint8Array>,
  now: Date,
): AsyncGenerator<Parsed[]> {
  switch (format) {
    case 'hosts':
      return readHosts(text);
    case 'csv':
      return readCsv(text, columns ?? { value: 'url' });
    case 'misp-warning-list':
      return readMispWarningList(text);
    case 'stix':
      return readStix(text, now);
    default:
      return readPlain(text);
  }
}

/** The source of a MISP feed is its folder; its first file the manifest, which names the others. */
async function* readMispFeed(
  { source }: FeedDefinition,
  manifest: AsyncIterable<Uint8Array>,
  folder: string,
  asking: Asking,
  now: Date,
): AsyncGenerator<Parsed[]> {
  const events = readManifest(await textOfAnswer(manifest, MAX_MANIFEST));
  if (events.length > asking.limits.requests) throw new FeedRefusal('it has more events than may be asked for');
  for (const { id, info } of events) {
    const fetched = await fetchSource(placeIn(source, `${id}.json`), folder, undefined, asking, now);
    if (fetched === 'unchanged') continue;
    for await (const text of textsIn(fetched.path, asking.limits)) yield* readMispEvent(text, info);
  }
}

/** A file in the folder of a MISP feed, on the web or on the disk. */
export function placeIn(source: string, name: string): string {
  return isFile(source) ? join(source, name) : new URL(name, source.endsWith('/') ? source : `${source}/`).href;
}
