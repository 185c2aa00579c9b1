import { z } from 'zod';
import { dateOf, listedAs, listedOf, noteOf, type Parsed } from '../entry.ts';
import type { ListedKind } from '../keys.ts';
import { elementsOf } from './json-elements.ts';

/** Attribute types of MISP (https://www.misp-project.org/datamodels/) that name one thing; `a|b` names two. */
const KINDS: Record<string, ListedKind> = {
  url: 'url',
  uri: 'url',
  link: 'url',
  domain: 'domain',
  hostname: 'domain',
  'ip-src': 'ip',
  'ip-dst': 'ip',
  'email-src': 'address',
  'email-reply-to': 'address',
  email: 'address',
  md5: 'hash',
  sha1: 'hash',
  sha256: 'hash',
};
/** Of these, the half that counts. */
const HALVES: Record<string, [ListedKind, number]> = {
  'filename|md5': ['hash', 1],
  'filename|sha1': ['hash', 1],
  'filename|sha256': ['hash', 1],
  'domain|ip': ['domain', 0],
  'hostname|port': ['domain', 0],
  'ip-src|port': ['ip', 0],
  'ip-dst|port': ['ip', 0],
};

const attribute = z.looseObject({
  type: z.string(),
  value: z.string().max(16_384),
  to_ids: z.union([z.boolean(), z.string(), z.number()]).optional(),
  category: z.string().optional(),
  comment: z.string().optional(),
  timestamp: z.union([z.string(), z.number()]).optional(),
  deleted: z.boolean().optional(),
});
const object = z.looseObject({ name: z.string().optional(), Attribute: z.array(z.unknown()).default([]) });

/** One event of a MISP feed. Only what its author meant for detection (`to_ids`): the rest is context, often harmless. */
export async function* readMispEvent(bytes: AsyncIterable<Uint8Array>, info?: string): AsyncGenerator<Parsed[]> {
  for await (const elements of elementsOf(bytes, ['Event.Attribute', 'Event.Object'])) {
    yield elements.flatMap(({ path, value }) => {
      if (path === 'Event.Attribute') return attributeOf(value, info);
      const read = object.safeParse(value);
      return read.success ? read.data.Attribute.flatMap((each) => attributeOf(each, info)) : ['unreadable'];
    });
  }
}

function attributeOf(value: unknown, info: string | undefined): Parsed[] {
  const read = attribute.safeParse(value);
  if (!read.success) return ['unreadable'];
  const { type, to_ids, deleted, comment, timestamp } = read.data;
  if (deleted || !(to_ids === true || to_ids === '1' || to_ids === 1)) return ['ignored'];
  const half = HALVES[type];
  const kind = KINDS[type] ?? half?.[0];
  if (!kind) return ['ignored'];
  const wanted = half ? (read.data.value.split('|')[half[1]] ?? '') : read.data.value;
  const listedAt = dateOf(timestamp === undefined ? undefined : String(timestamp));
  return [listedAs(kind, wanted, { note: noteOf(info, comment), listedAt }) ?? 'unreadable'];
}

const manifest = z.record(
  z.string().regex(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i),
  z.looseObject({ info: z.string().optional() }),
);
const MOST_EVENTS = 20_000;

/** The events that a feed's `manifest.json` names. Its ids become file names: nothing else may be one. */
export function readManifest(text: string): { id: string; info?: string }[] {
  const read = manifest.safeParse(parseJson(text));
  if (!read.success) throw new Error('its manifest.json is not that of a MISP feed');
  const events = Object.entries(read.data);
  if (events.length > MOST_EVENTS) throw new Error(`its manifest.json names ${events.length} events`);
  return events.map(([id, { info }]) => ({ id, ...(info && { info }) }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A MISP warning list (https://github.com/MISP/misp-warninglists): its `list`, which are names, ranges or exact values.
 * One of patterns or of parts of texts says nothing of one host: it is refused, as soon as it says that it is one.
 */
export async function* readMispWarningList(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Parsed[]> {
  let type = '';
  const onText = (key: string, text: string): void => {
    if (key === 'type') type = text;
  };
  for await (const elements of elementsOf(bytes, ['list'], onText)) {
    yield elements.map(({ value }): Parsed => (typeof value === 'string' && listedOf(value)) || 'unreadable');
  }
  if (type === 'regex' || type === 'substring') throw new Error(`it is a list of the type ${type}, not of names`);
}
