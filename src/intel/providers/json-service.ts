import { z } from 'zod';
import type { Opinion } from '../../model.ts';
import { callJson } from '../http.ts';
import { EICAR, MINUTE, type Provider, short, UNKNOWN } from '../provider.ts';

const words = z.array(z.string().min(1).max(60)).default([]);

/** A JSON service of the organisation's own, as described in the file of JSON_SERVICES. */
export const jsonServiceShape = z.strictObject({
  name: z.string().min(1).max(40),
  /** With `{value}` where the question goes. A value is always escaped. */
  url: z.url({ protocol: /^https?$/ }).refine((url) => url.includes('{value}')),
  headers: z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\x20-\x7e]*$/)).default({}),
  kinds: z.array(z.enum(['url', 'host', 'site', 'ip', 'sha256'])).min(1),
  /** Where the word is in the answer: `data.verdict`, `results.0.score`. */
  level: z.string().regex(/^[\w-]+(?:\.[\w-]+){0,9}$/),
  /** Words (or numbers, as text) by what they mean; every other one means that nothing is known. */
  malicious: words,
  suspicious: words,
  harmless: words,
  keepMinutes: z.number().int().min(1).max(10_080).default(60),
  perMinute: z.number().int().min(1).max(6_000).default(60),
});
export type JsonService = z.output<typeof jsonServiceShape>;

/** A 404 means that it knows nothing. */
export function jsonService(service: JsonService): Provider {
  const keep = service.keepMinutes * MINUTE;
  return {
    name: service.name,
    about: service.kinds.map((kind) => KINDS[kind].about).join(', '),
    tells: 'harm',
    takes: (askable) => service.kinds.map((kind) => askable[kind]).find((value) => value !== undefined),
    keepMs: { known: keep, unknown: keep },
    quota: { calls: service.perMinute, perMs: MINUTE },
    trial: { ask: KINDS[service.kinds[0] ?? 'host'].harmless },
    async ask(value, signal) {
      const found = await callJson(z.unknown(), {
        url: service.url.replaceAll('{value}', () => encodeURIComponent(value)),
        headers: service.headers,
        signal,
        also: [404],
      });
      const word = at(found, service.level.split('.'));
      const level = LEVELS.find((known) => service[known].includes(word));
      const answer = word === '' ? UNKNOWN.answer : short(word, 60);
      return level ? { opinion: { level }, answer } : { ...UNKNOWN, answer };
    },
  };
}

const KINDS: Record<JsonService['kinds'][number], { about: string; harmless: string }> = {
  url: { about: 'links', harmless: 'https://example.com/' },
  host: { about: 'hosts', harmless: 'example.com' },
  site: { about: 'registered domains', harmless: 'example.com' },
  ip: { about: 'numeric addresses', harmless: '192.0.2.1' },
  sha256: { about: 'files by hash', harmless: EICAR },
};

const LEVELS = ['malicious', 'suspicious', 'harmless'] as const satisfies Opinion['level'][];

/** The word at the end of a path, as text. `''` where the path leads nowhere, into a prototype included. */
function at(value: unknown, path: string[]): string {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return '';
    here = (here as Record<string, unknown>)[step];
  }
  return ['string', 'number', 'boolean'].includes(typeof here) ? String(here) : '';
}
