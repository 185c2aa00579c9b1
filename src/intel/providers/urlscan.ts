import { z } from 'zod';
import { callJson } from '../http.ts';
import { HOUR, MINUTE, type Provider, ServiceError, UNKNOWN } from '../provider.ts';

/**
 * urlscan.io, search only: a scan would visit the page and could show it to everybody. Counts past scans of a host that
 * were judged malicious (https://docs.urlscan.io/apis/urlscan-openapi/search). None of them says nothing: most pages were
 * never scanned.
 */
export function urlscan(key: string, base = 'https://urlscan.io'): Provider {
  return {
    name: 'urlscan',
    about: 'hosts',
    tells: 'harm',
    takes: ({ host }) => host,
    keepMs: { known: 6 * HOUR, unknown: HOUR },
    quota: { calls: 60, perMs: MINUTE },
    trial: {
      async call(signal) {
        const { scope, limits } = await callJson(quotas, {
          url: `${base}/api/v1/quotas`,
          headers: { 'API-Key': key },
          signal,
        });
        if (scope === 'ip-address') throw new ServiceError('refused', 'the key is not accepted');
        const { limit, remaining } = limits.search.day;
        return `${remaining} of ${limit} searches left today`;
      },
    },
    async ask(value, signal) {
      const q = `page.domain:"${value}" AND verdicts.malicious:true AND date:>now-90d`;
      const { total } = await callJson(answer, {
        url: `${base}/api/v1/search/?${new URLSearchParams({ q, size: '1' })}`,
        headers: { 'API-Key': key },
        signal,
      });
      if (total === 0) return UNKNOWN;
      // A host where strangers' pages lie side by side has a bad one now and then: a doubt, not a verdict.
      const detail = `${total === 1 ? 'a scan' : 'scans'} of pages there in the last 90 days looked malicious`;
      return { opinion: { level: 'suspicious', detail }, answer: `${total} malicious scans in 90 days` };
    },
  };
}

const answer = z.object({ total: z.number().int().nonnegative(), results: z.array(z.unknown()) });

/** https://docs.urlscan.io/apis/urlscan-openapi/generic/getquotas: asking for it costs none of it. */
const quotas = z.object({
  scope: z.string(),
  limits: z.object({ search: z.object({ day: z.object({ limit: z.number(), remaining: z.number() }) }) }),
});
