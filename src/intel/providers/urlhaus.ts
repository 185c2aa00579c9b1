import { z } from 'zod';
import { callJson } from '../http.ts';
import { HOUR, MINUTE, type Provider, ServiceError, UNKNOWN } from '../provider.ts';

/** URLhaus of abuse.ch: addresses that hand out malware (https://urlhaus-api.abuse.ch/). */
export function urlhaus(key: string, base = 'https://urlhaus-api.abuse.ch'): Provider {
  return {
    name: 'URLhaus',
    about: 'links, hosts',
    tells: 'harm',
    takes: ({ url, host }) => url ?? host,
    keepMs: { known: HOUR, unknown: HOUR },
    quota: { calls: 60, perMs: MINUTE },
    trial: { ask: 'example.com' },
    async ask(value, signal) {
      const isUrl = value.includes('://');
      const found = await callJson(answer, {
        url: `${base}/v1/${isUrl ? 'url' : 'host'}/`,
        method: 'POST',
        headers: { 'Auth-Key': key },
        body: new URLSearchParams({ [isUrl ? 'url' : 'host']: value }),
        signal,
      });
      if (found.query_status === 'no_results') return UNKNOWN;
      if (found.query_status !== 'ok') throw new ServiceError('rubbish', 'it did not understand the question');
      if (isUrl) {
        const detail = 'this address was seen handing out malware';
        return { opinion: { level: 'malicious', detail }, answer: `listed, ${found.url_status ?? 'state unknown'}` };
      }
      const detail = 'malware was handed out from this host';
      return {
        opinion: { level: 'suspicious', detail },
        answer: `${found.url_count ?? 'some'} malware addresses on it`,
      };
    },
  };
}

const answer = z.object({
  query_status: z.string(),
  url_status: z.enum(['online', 'offline', 'unknown']).optional(),
  url_count: z.coerce.number().int().nonnegative().optional(),
});
