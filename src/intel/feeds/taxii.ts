import { z } from 'zod';
import type { Parsed } from './entry.ts';
import { stixObject } from './formats/stix.ts';
import { FeedRefusal } from './limits.ts';
import { type Asking, request, textOfAnswer } from './request.ts';

const MAX_PAGE = 64 * 1024 * 1024;
const TYPE = 'application/taxii+json;version=2.1';

const envelope = z.looseObject({
  more: z.boolean().optional(),
  next: z.string().max(2_000).optional(),
  objects: z.array(z.unknown()).default([]),
});

/**
 * The indicators of a TAXII 2.1 collection, page by page. The source is the collection's address, with or without
 * `objects/`. (https://docs.oasis-open.org/cti/taxii/v2.1/)
 */
export async function* readTaxii(source: string, asking: Asking, now: Date): AsyncGenerator<Parsed[]> {
  const address = new URL(source);
  address.pathname = `${address.pathname.replace(/\/?(?:objects\/?)?$/, '')}/objects/`;
  address.searchParams.set('match[type]', 'indicator');
  let size = 0;
  for (let page = 0; page < asking.limits.requests; page += 1) {
    const answer = await request(address.href, asking, { accept: TYPE });
    if (answer.status !== 200) throw new FeedRefusal(`the source answered with status ${answer.status}`);
    const text = await textOfAnswer(answer.body, MAX_PAGE);
    size += text.length;
    if (size > asking.limits.inflatedBytes) throw new FeedRefusal('it is larger than it may be');
    const read = envelope.safeParse(jsonOf(text));
    if (!read.success) throw new FeedRefusal('the source does not answer as a TAXII collection');
    yield read.data.objects.flatMap((object) => stixObject(object, now));
    const { more, next } = read.data;
    if (!more) return;
    if (next === undefined || next === address.searchParams.get('next')) {
      throw new FeedRefusal('the source says that there is more, but not where');
    }
    address.searchParams.set('next', next);
  }
  throw new FeedRefusal('it has more pages than may be asked for');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FeedRefusal('the source does not answer as a TAXII collection');
  }
}
