import { z } from 'zod';
import { dateOf, listedAs, noteOf, type Parsed } from '../entry.ts';
import { elementsOf } from './json-elements.ts';
import { termsOf } from './stix-pattern.ts';

const indicator = z.looseObject({
  type: z.literal('indicator'),
  pattern: z.string(),
  pattern_type: z.string().optional(),
  name: z.string().optional(),
  labels: z.array(z.string()).optional(),
  indicator_types: z.array(z.string()).optional(),
  valid_from: z.string().optional(),
  valid_until: z.string().optional(),
  revoked: z.boolean().optional(),
});

/** What an indicator says of itself when it is not one of something bad. */
const HARMLESS = new Set(['benign', 'anonymization', 'unknown']);

/** A STIX 2.1 bundle: the indicators in its `objects`. */
export async function* readStix(bytes: AsyncIterable<Uint8Array>, now: Date): AsyncGenerator<Parsed[]> {
  for await (const elements of elementsOf(bytes, ['objects'])) {
    yield elements.flatMap(({ value }) => stixObject(value, now));
  }
}

/** One object of a bundle or an envelope. */
export function stixObject(value: unknown, now: Date): Parsed[] {
  // Bundles hold much else: reports, malware, relations.
  if ((value as { type?: unknown } | null)?.type !== 'indicator') return [];
  const read = indicator.safeParse(value);
  if (!read.success) return ['unreadable'];
  const { pattern, pattern_type = 'stix', name, labels, indicator_types = [], ...rest } = read.data;
  const until = dateOf(rest.valid_until);
  if (rest.revoked || pattern_type !== 'stix' || (until && until <= now)) return ['ignored'];
  if (indicator_types.length > 0 && indicator_types.every((type) => HARMLESS.has(type))) return ['ignored'];
  const terms = termsOf(pattern);
  if (!terms) return ['ignored'];
  const more = { note: noteOf(name, labels?.slice(0, 3).join(' ')), listedAt: dateOf(rest.valid_from) };
  return terms.flatMap(({ kind, value }) => listedAs(kind, value, more) ?? 'unreadable');
}
