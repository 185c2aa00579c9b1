import { z } from 'zod';
import { callJson } from '../http.ts';
import { MINUTE, type Provider, UNKNOWN } from '../provider.ts';
import { urlHashes } from '../url-hashes.ts';

/**
 * Google Safe Browsing v5, by hash prefixes: four bytes of each expression leave, and the full hashes that come back are
 * compared here (https://developers.google.com/safe-browsing/reference/rest/v5/hashes/search). For non-commercial use;
 * its terms want qualified words, the attribution, and no answer older than it allows.
 */
export function safeBrowsing(key: string, base = 'https://safebrowsing.googleapis.com'): Provider {
  return {
    name: 'Google Safe Browsing',
    about: 'links, by four bytes of their hashes',
    tells: 'harm',
    takes: ({ urlHashes }) => urlHashes?.slice(0, MOST_PREFIXES).join(' '),
    shows: (value) => `hash prefixes ${prefixesOf(value).map(hexOf).join(' ')}`,
    keepMs: { known: 5 * MINUTE, unknown: 5 * MINUTE },
    quota: { calls: 300, perMs: MINUTE },
    trial: { ask: urlHashes('https://example.com/').join(' ') },
    async ask(value, signal) {
      const query = new URLSearchParams({ key, alt: 'json' });
      for (const prefix of prefixesOf(value)) query.append('hashPrefixes', prefix.toString('base64'));
      // A key that it does not know is a bad argument to it.
      const found = await callJson(answer, { url: `${base}/v5/hashes:search?${query}`, signal, refusals: [400] });
      const ours = new Set(value.split(' '));
      const threats = found.fullHashes
        .filter(({ fullHash }) => ours.has(Buffer.from(fullHash, 'base64').toString('hex')))
        .flatMap(({ fullHashDetails }) => fullHashDetails)
        // An attribute marks a trial listing, or one for frames only; a detail with an unknown word must be ignored.
        .flatMap(({ threatType, attributes }) => (attributes.length === 0 ? (THREATS.get(threatType) ?? []) : []));
      const keepMs = found.cacheDuration;
      const threat = threats[0];
      if (!threat) return { ...UNKNOWN, keepMs };
      const detail = `this may be ${threat}. Advisory provided by Google`;
      const credit = 'may be dangerous; advisory provided by Google';
      return { opinion: { level: 'malicious', detail, credit }, answer: `possibly ${threat}`, keepMs };
    },
  };
}

/** A URL has no more expressions than that. */
const MOST_PREFIXES = 30;

const THREATS = new Map([
  ['SOCIAL_ENGINEERING', 'a deceptive site (phishing)'],
  ['MALWARE', 'a site with harmful software'],
  ['UNWANTED_SOFTWARE', 'a site with unwanted software'],
  ['POTENTIALLY_HARMFUL_APPLICATION', 'a site with a potentially harmful app'],
]);

const answer = z.object({
  fullHashes: z
    .array(
      z.object({
        fullHash: z.string(),
        fullHashDetails: z
          .array(z.object({ threatType: z.string().default(''), attributes: z.array(z.string()).default([]) }))
          .default([]),
      }),
    )
    .default([]),
  /** Seconds, `300s`: always there, found or not. Its terms want no warning from data older than half an hour. */
  cacheDuration: z
    .string()
    .regex(/^\d{1,7}(?:\.\d{1,9})?s$/)
    .transform((text) => Math.min(30 * MINUTE, Number.parseFloat(text) * 1000)),
});

function prefixesOf(value: string): Buffer[] {
  return value.split(' ').map((hash) => Buffer.from(hash.slice(0, 8), 'hex'));
}

function hexOf(prefix: Buffer): string {
  return prefix.toString('hex');
}
