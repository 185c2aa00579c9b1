import { createHash } from 'node:crypto';
import type { Keyv } from 'keyv';
import { entryAbove, isOwn } from '../../checks/domains.ts';
import type { Evidence, Gap, Knowledge, Link, Observable, Receipt } from '../../model.ts';
import { makeLink } from '../../parse/links.ts';
import { observablesOf } from '../../parse/observables.ts';
import { registrable } from '../../parse/url.ts';
import { isStrange } from '../askable.ts';
import type { Lookup } from '../dns.ts';
import { personsOf } from '../persons.ts';
import { HOUR, short } from '../provider.ts';
import { type Followed, follow } from './follow.ts';
import type { Dial } from './hop.ts';
import { openHostLimit } from './host-limit.ts';
import { type Reader, unsubscribeLinks, whyLeftAlone } from './left-alone.ts';

/**
 * How far links are followed. `shorteners`: only the services of the list are asked, by themselves, and whose page it is in
 * the end is learnt without visiting it. `all`: every stranger's link and to its end, since a person pressed for it.
 */
export type Reach = 'shorteners' | 'all';

/** What following links of a report brought. */
export interface Expanded {
  /** Where links ended, each with its `chain`. */
  links: Link[];
  /** Every address on the way, and its host, as far as the evidence has not got them. */
  observables: Observable[];
  gaps: Gap[];
  receipts: Receipt[];
  /** Every link that was followed, and how it ended. */
  asked: { url: string; to?: string; note: string }[];
  /** Links that were not opened, and why. */
  left: { url: string; why: string }[];
}

export interface Expander {
  /** Follows links that were not followed before. Never rejects for what a host does; takes five seconds at most. */
  expand(evidence: Evidence, reach: Reach): Promise<Expanded>;
}

export interface ExpanderOptions {
  lookup: Lookup;
  knowledge: Knowledge;
  /** Where links led: copies of one mail come by the dozen. */
  cache: Keyv;
  budgetMs?: number;
  perMinute?: number;
  now?: () => Date;
  dial?: Dial;
  /** A fault of ours: the report goes on without the link. Without a listener it rejects, as in tests. */
  onBug?: (error: unknown) => void;
}

/** Name in receipts. */
const FOLLOWED = 'Following links';
const MOST_LINKS = 5;
/** Links of a report that are considered at all: to judge whether one may be opened takes time too. */
const MOST_CONSIDERED = 50;
const BUDGET_MS = 5_000;

/** Opens the following of links. Where EXPAND_LINKS is off none is opened, so that none can be followed. */
export function openExpander(options: ExpanderOptions): Expander {
  const { lookup, knowledge, cache, budgetMs = BUDGET_MS, dial, onBug } = options;
  const now = options.now ?? (() => new Date());
  const spend = openHostLimit(now, options.perMinute);
  const running = new Map<string, Promise<Followed>>();
  const isShortener = (host: string): boolean => entryAbove(host, knowledge.lists.shorteners) !== undefined;

  function followed(url: string, reach: Reach, reader: Reader, signal: AbortSignal): Promise<Followed> {
    const key = createHash('sha256').update(`${reach}\n${url}`).digest('base64url');
    const shared = running.get(key) ?? look(url, key, reach, reader, signal).finally(() => running.delete(key));
    running.set(key, shared);
    return shared;
  }

  async function look(url: string, key: string, reach: Reach, reader: Reader, signal: AbortSignal): Promise<Followed> {
    const kept = await cache.get<Followed>(key);
    if (kept) return kept;
    const whyNot = (hop: URL): string | undefined => {
      if (reach === 'shorteners' && !isShortener(hop.hostname.replace(/^www\./, '')))
        return 'only shorteners are asked';
      return isOwn(hop.hostname, knowledge.organisation) ? 'it is a site of our own' : whyLeftAlone(hop, reader);
    };
    const found = await follow(url, { lookup, whyNot, spend: (host) => spend(registrable(host)), signal, now, dial });
    if (!found.failed) await cache.set(key, found, HOUR);
    return found;
  }

  return {
    async expand(evidence, reach) {
      const result: Expanded = { links: [], observables: [], gaps: [], receipts: [], asked: [], left: [] };
      const reader: Reader = {
        persons: personsOf(knowledge.organisation, evidence),
        unsubscribe: unsubscribeLinks(evidence.messages),
        isShortener,
      };
      const open: Link[] = [];
      for (const link of candidates(evidence, reach, knowledge, isShortener)) {
        const why = whyLeftAlone(URL.parse(link.url) as URL, reader, link.shown);
        if (why) result.left.push({ url: link.url, why });
        else if (open.length < MOST_LINKS) open.push(link);
        else result.left.push({ url: link.url, why: `no more than ${MOST_LINKS} are opened at a time` });
      }
      if (open.length === 0) return result;
      const signal = AbortSignal.timeout(budgetMs);
      const all = await Promise.all(
        open.map(async (link) => {
          try {
            return { link, found: await followed(link.url, reach, reader, signal) };
          } catch (error) {
            if (!onBug) throw error;
            onBug(error);
            return { link, found: { chain: [link.url], steps: [], failed: 'error' as const } };
          }
        }),
      );
      for (const { link, found } of all) place(link, found, result);
      const known = new Set(evidence.observables.map(({ kind, value }) => `${kind} ${value}`));
      result.observables = result.observables.filter(({ kind, value }) => !known.has(`${kind} ${value}`));
      return result;
    },
  };
}

/** Web links in the order in which a reader would follow them, each address once. */
function candidates(
  { links }: Evidence,
  reach: Reach,
  knowledge: Knowledge,
  isShortener: (host: string) => boolean,
): Link[] {
  const done = new Set(links.flatMap(({ chain }) => chain ?? []));
  const found = new Map<string, Link>();
  for (const link of links) {
    const { url, source, parts, chain } = link;
    if (chain || source === 'image' || !/^https?$/.test(parts.scheme) || done.has(url)) continue;
    const short = isShortener(parts.host.replace(/^www\./, ''));
    // The service's own front page hides nothing.
    if (short ? parts.path.length <= 1 : reach === 'shorteners' || !isStrange(parts, knowledge, true)) continue;
    const kept = found.get(url);
    // Where a link stands twice, the words on any of them tell.
    if (!kept) found.set(url, link);
    else if (link.shown) found.set(url, { ...kept, shown: `${kept.shown ?? ''} ${link.shown}`.trim() });
  }
  const ordered = [...found.values()].sort((a, b) => ORDER.indexOf(a.source) - ORDER.indexOf(b.source));
  return ordered.slice(0, MOST_CONSIDERED);
}
const ORDER: Link['source'][] = ['reported', 'qr', 'form', 'anchor', 'text', 'subject', 'redirect', 'document'];

const FAULT = 'it could not be asked';

function place(link: Link, { chain, steps, failed, stopped }: Followed, result: Expanded): void {
  for (const { asked, at, outcome, answer } of steps) {
    result.receipts.push({ provider: FOLLOWED, asked: short(asked, 300), at, outcome, answer: short(answer, 300) });
  }
  const to = chain.length > 1 ? chain.at(-1) : undefined;
  const note = stopped ?? (failed === 'too-many' ? 'it leads on and on' : undefined) ?? steps.at(-1)?.answer ?? FAULT;
  result.asked.push({ url: link.url, ...(to !== undefined && { to }), note });
  if (failed) result.gaps.push({ what: 'link', why: failed, name: link.parts.host, blinding: false });
  const { message, attachment } = link;
  const hops = chain.slice(1).flatMap((address, index) => {
    const hop = makeLink(address, {
      id: `${link.id}-to${index + 1}`,
      source: 'redirect',
      ...(message !== undefined && { message }),
      ...(attachment !== undefined && { attachment }),
    });
    return hop ? [{ ...hop, chain: chain.slice(0, index + 1) }] : [];
  });
  result.observables.push(...observablesOf({ messages: [], links: hops, attachments: [] }));
  const end = hops.at(-1);
  if (end) result.links.push(end);
}
