import { z } from 'zod';
import { callJson } from '../http.ts';
import { DAY, HOUR, type Provider, UNKNOWN } from '../provider.ts';

/** AbuseIPDB: numeric addresses reported for attacks, of 90 days (https://docs.abuseipdb.com/#check-endpoint). */
export function abuseIpdb(key: string, base = 'https://api.abuseipdb.com'): Provider {
  return {
    name: 'AbuseIPDB',
    about: 'numeric addresses',
    tells: 'harm',
    takes: ({ ip }) => ip,
    keepMs: { known: 6 * HOUR, unknown: 6 * HOUR },
    quota: { calls: 1_000, perMs: DAY },
    trial: { ask: '127.0.0.1' },
    async ask(value, signal) {
      const { data } = await callJson(answer, {
        url: `${base}/api/v2/check?${new URLSearchParams({ ipAddress: value, maxAgeInDays: '90' })}`,
        headers: { Key: key },
        signal,
      });
      const { abuseConfidenceScore: score, totalReports, isWhitelisted } = data;
      const answered = `confidence ${score} %, ${totalReports} reports`;
      if (isWhitelisted) return { opinion: { level: 'harmless' }, answer: `on its allow list, ${answered}` };
      if (score < DOUBTFUL || totalReports < FEW) return { ...UNKNOWN, answer: answered };
      // Attacks on servers are no proof of a lure: never more than a doubt.
      const detail = `this address was reported ${totalReports} times for abuse`;
      return { opinion: { level: 'suspicious', detail }, answer: answered };
    },
  };
}

const DOUBTFUL = 50;
const FEW = 3;

const answer = z.object({
  data: z.object({
    abuseConfidenceScore: z.number().min(0).max(100),
    totalReports: z.number().int().nonnegative(),
    isWhitelisted: z.boolean().nullish(),
  }),
});
