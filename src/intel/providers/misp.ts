import { z } from 'zod';
import { callJson } from '../http.ts';
import { HOUR, MINUTE, type Provider, short, UNKNOWN } from '../provider.ts';

/**
 * An organisation's own MISP, by REST search: attributes that are marked for detection and on none of its warning lists
 * (https://www.misp-project.org/openapi/#tag/Attributes/operation/restSearchAttributes).
 */
export function misp(key: string, base: string): Provider {
  return {
    name: 'MISP',
    about: 'links, hosts, numeric addresses, files by hash',
    tells: 'harm',
    takes: ({ url, host, ip, sha256 }) => url ?? host ?? ip ?? sha256,
    keepMs: { known: HOUR, unknown: 10 * MINUTE },
    quota: { calls: 300, perMs: MINUTE },
    trial: { ask: 'example.com' },
    async ask(value, signal) {
      const { response } = await callJson(answer, {
        url: `${base}/attributes/restSearch`,
        method: 'POST',
        headers: { authorization: key, 'content-type': 'application/json' },
        body: JSON.stringify({ returnFormat: 'json', value, to_ids: true, enforceWarninglist: true, limit: 5 }),
        signal,
      });
      // Its search may match within composite values: only what is the value itself, or a part of `a|b`, counts.
      const exact = response.Attribute.find(({ value: listed }) => listed.split('|').includes(value));
      if (!exact) return UNKNOWN;
      const event = exact.Event?.info ? short(exact.Event.info, 60) : '';
      const detail = event ? `your own MISP lists this under “${event}”` : 'your own MISP lists this';
      return { opinion: { level: 'malicious', detail }, answer: event ? `listed under “${event}”` : 'listed' };
    },
  };
}

const answer = z.object({
  response: z.object({
    Attribute: z.array(z.object({ value: z.string(), Event: z.object({ info: z.string().optional() }).optional() })),
  }),
});
