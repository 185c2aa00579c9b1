import { z } from 'zod';
import { callJson } from '../http.ts';
import { HOUR, MINUTE, type Provider, type Reply, UNKNOWN } from '../provider.ts';

/** Engines that must agree before it counts as known: one or two of ninety are often wrong. */
const AGREEING = 3;
/** Engines that must have looked before silence says anything. */
const LOOKED = 20;

/**
 * VirusTotal v3, look-ups only: nothing is ever submitted for a scan (https://docs.virustotal.com/reference). The free
 * quota is four a minute and not for business workflows.
 */
export function virusTotal(key: string, perMinute: number, base = 'https://www.virustotal.com'): Provider {
  return {
    name: 'VirusTotal',
    about: 'links, hosts, files by hash',
    tells: 'harm',
    takes: ({ url, host, sha256 }) => url ?? host ?? sha256,
    keepMs: { known: 6 * HOUR, unknown: HOUR },
    quota: { calls: perMinute, perMs: MINUTE },
    trial: { ask: 'example.com' },
    async ask(value, signal) {
      const found = await callJson(answer, {
        url: `${base}/api/v3/${pathOf(value)}`,
        headers: { 'x-apikey': key },
        signal,
        also: [404],
      });
      if ('error' in found) return UNKNOWN;
      return replyOf(found.data.attributes.last_analysis_stats);
    },
  };
}

function pathOf(value: string): string {
  if (value.includes('://')) return `urls/${Buffer.from(value).toString('base64url')}`;
  return value.includes('.') ? `domains/${value}` : `files/${value}`;
}

function replyOf({ malicious, suspicious, harmless, undetected }: z.output<typeof stats>): Reply {
  const all = malicious + suspicious + harmless + undetected;
  const answer = `${malicious} of ${all} engines: malicious`;
  const detail = `${malicious} of ${all} engines there call this dangerous`;
  if (malicious >= AGREEING) return { opinion: { level: 'malicious', detail }, answer };
  if (malicious + suspicious > 0) {
    return {
      opinion: { level: 'suspicious', detail: `${malicious + suspicious} of ${all} engines there have doubts` },
      answer,
    };
  }
  return all >= LOOKED ? { opinion: { level: 'harmless' }, answer } : { answer };
}

const count = z.number().int().nonnegative().default(0);
const stats = z.object({ malicious: count, suspicious: count, harmless: count, undetected: count });
const answer = z.union([
  z.object({ data: z.object({ attributes: z.object({ last_analysis_stats: stats }) }) }),
  z.object({ error: z.object({ code: z.literal('NotFoundError') }) }),
]);
