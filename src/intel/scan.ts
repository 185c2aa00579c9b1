import { z } from 'zod';
import { entryAbove } from '../checks/domains.ts';
import type { Evidence, Knowledge, Receipt } from '../model.ts';
import { openGuard } from './askable.ts';
import { unsubscribeLinks, whyLeftAlone } from './expand/left-alone.ts';
import { callJson } from './http.ts';
import { personsOf } from './persons.ts';
import { ServiceError, short } from './provider.ts';

/** A service that visits pages for us. Only ever asked because an analyst pressed for it. */
export interface Scanner {
  /** Its name in receipts. */
  name: string;
  /** Which links of a case may be shown to it, as they would be shown, and which are left alone. */
  choose(evidence: Evidence): { open: string[]; left: { url: string; why: string }[] };
  /** Has one of them scanned. What goes wrong is the receipt's. */
  submit(url: string): Promise<Receipt>;
}

const MOST_SCANS = 3;
const MOST_CONSIDERED = 50;
const CALL_MS = 10_000;
const submitted = z.object({
  uuid: z.string().regex(/^[0-9a-f-]{20,60}$/i),
  visibility: z.string().max(20).optional(),
});
const refused = z.object({ message: z.string().optional(), description: z.string().optional() });

/**
 * urlscan.io, by submission (https://docs.urlscan.io/apis/urlscan-openapi/scanning): it visits the page, always as a
 * private scan, which only the key's own account can see. Sees what the guard lets out (`askable.ts`): links without query
 * and fragment, none with what could be one person's, none of our own; and none that a visit would set off.
 */
export function urlscanScanner(
  key: string,
  knowledge: Knowledge,
  { base = 'https://urlscan.io', now = () => new Date() }: { base?: string; now?: () => Date } = {},
): Scanner {
  const name = 'urlscan, private scan';
  return {
    name,
    choose(evidence) {
      const guard = openGuard(knowledge, evidence);
      const isShortener = (host: string): boolean => entryAbove(host, knowledge.lists.shorteners) !== undefined;
      const reader = {
        persons: personsOf(knowledge.organisation, evidence),
        unsubscribe: unsubscribeLinks(evidence.messages),
        isShortener,
      };
      const open = new Set<string>();
      const left = new Map<string, string>();
      const passed = new Set(evidence.links.flatMap(({ chain }) => chain ?? []));
      // What links were found to lead to goes first: it is what their sender hid.
      const links = evidence.links.toSorted((a, b) => Number(b.chain !== undefined) - Number(a.chain !== undefined));
      for (const { url, parts, source, shown } of links.slice(0, MOST_CONSIDERED)) {
        if (source === 'image' || passed.has(url)) continue;
        const askable = guard({ kind: 'url', value: url });
        if (!askable) continue;
        const why = isShortener(parts.host.replace(/^www\./, ''))
          ? 'a short link: expand it first, its target can be scanned'
          : whyLeftAlone(URL.parse(url) as URL, reader, shown);
        if (why || !askable.url) left.set(url, why ?? 'it holds what could be one person’s');
        else if (open.size < MOST_SCANS || open.has(askable.url)) open.add(askable.url);
        else left.set(url, `no more than ${MOST_SCANS} are scanned at a time`);
      }
      return { open: [...open], left: [...left].map(([url, why]) => ({ url, why })) };
    },
    async submit(url) {
      const receipt = { provider: name, asked: url, at: now().toISOString() };
      try {
        const found = await callJson(z.union([submitted, refused]), {
          url: `${base}/api/v1/scan/`,
          method: 'POST',
          headers: { 'API-Key': key, 'content-type': 'application/json' },
          body: JSON.stringify({ url, visibility: 'private' }),
          signal: AbortSignal.timeout(CALL_MS),
          also: [400],
        });
        if (!('uuid' in found)) {
          const why = short(found.description ?? found.message ?? 'it gave no reason', 150);
          return { ...receipt, outcome: 'unknown', answer: `not scanned: ${why}` };
        }
        const seen =
          found.visibility === 'private' ? 'private scan' : `scan, NOT private but ${found.visibility ?? 'unsaid'}`;
        return { ...receipt, outcome: 'known', answer: `${seen}: urlscan.io/result/${found.uuid}/` };
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return { ...receipt, outcome: 'failed', answer: error.message };
      }
    },
  };
}
