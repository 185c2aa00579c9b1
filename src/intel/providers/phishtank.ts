import { z } from 'zod';
import { callJson } from '../http.ts';
import { HOUR, MINUTE, type Provider, UNKNOWN } from '../provider.ts';

/** PhishTank: pages that its members reported, and mostly voted on (https://www.phishtank.com/api_info.php). */
export function phishTank(key: string, base = 'https://checkurl.phishtank.com'): Provider {
  return {
    name: 'PhishTank',
    about: 'links',
    tells: 'harm',
    takes: ({ url }) => url,
    keepMs: { known: HOUR, unknown: HOUR },
    quota: { calls: 20, perMs: MINUTE },
    trial: { ask: 'https://example.com/' },
    async ask(value, signal) {
      const { results } = await callJson(answer, {
        url: `${base}/checkurl/`,
        method: 'POST',
        // It asks for a user agent that names the asker, and turns down those of browsers and libraries.
        headers: { 'user-agent': 'phishtank/lurecheck' },
        body: new URLSearchParams({ url: value, format: 'json', app_key: key }),
        signal,
      });
      if (!results.in_database || results.valid === false) return UNKNOWN;
      if (results.verified) {
        const detail = 'its members have verified this as phishing';
        return { opinion: { level: 'malicious', detail }, answer: 'verified phishing' };
      }
      const detail = 'somebody reported this as phishing, not verified yet';
      return { opinion: { level: 'suspicious', detail }, answer: 'reported, not verified' };
    },
  };
}

/** `y`, `n` or a boolean, as it pleases. */
const flag = z
  .union([z.boolean(), z.enum(['y', 'n', 'true', 'false'])])
  .transform((value) => /^(?:true|y)$/.test(`${value}`));
const answer = z.object({
  results: z.object({ in_database: flag, verified: flag.optional(), valid: flag.optional() }),
});
