import { z } from 'zod';
import { callJson } from '../http.ts';
import { DAY, HOUR, type Provider, UNKNOWN } from '../provider.ts';

/**
 * Cert Spotter of SSLMate: since when a host has had the oldest of its web certificates that are valid now, by the public
 * logs (https://sslmate.com/certspotter/api/docs-v1). The interface has a version and a document, which crt.sh’s has not;
 * it lists what is discovered first first, so that the first page is enough.
 */
export function certSpotter(key: string, base = 'https://api.certspotter.com'): Provider {
  return {
    name: 'Cert Spotter',
    about: 'hosts',
    tells: 'age',
    takes: ({ host }) => host,
    keepMs: { known: DAY, unknown: HOUR },
    quota: { calls: 100, perMs: HOUR },
    trial: { ask: 'example.com', known: true },
    async ask(value, signal) {
      // Without a wildcard’s certificates, each new name under an old one would look new.
      const issuances = await callJson(answer, {
        url: `${base}/v1/issuances?${new URLSearchParams({ domain: value, match_wildcards: 'true' })}`,
        headers: { authorization: `Bearer ${key}` },
        signal,
      });
      const [since] = issuances.map(({ not_before }) => not_before).sort();
      if (since === undefined) return UNKNOWN;
      return { certificate: { since }, answer: `oldest valid certificate of ${since}` };
    },
  };
}

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T/)
  .transform((text) => text.slice(0, 10))
  .refine((text) => !Number.isNaN(Date.parse(text)));
const answer = z.array(z.object({ not_before: day })).max(1_000);
