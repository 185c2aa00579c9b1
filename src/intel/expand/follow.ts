import { isIP } from 'node:net';
import { type Lookup, NOTHING_THERE } from '../dns.ts';
import { hostOf, whyBarredAddress, whyBarredUrl } from './fence.ts';
import { askHop, type Dial, HopError } from './hop.ts';

/** One question on the way, as a receipt tells it. */
interface Step {
  asked: string;
  at: string;
  outcome: 'known' | 'unknown' | 'failed' | 'not-asked';
  answer: string;
}

/** Where a link led when it was asked. Plain data: it is cached. */
export interface Followed {
  /** The link itself, then every address that it led on to. The last was not always asked. */
  chain: string[];
  steps: Step[];
  /** Set where the end is not known: something gave no answer, or passed on without end. */
  failed?: 'timeout' | 'error' | 'too-many';
  /** Why the last of the chain was not asked, where that was our choice. */
  stopped?: string;
}

export interface FollowOptions {
  lookup: Lookup;
  /** Why an address may not be asked, beside what the fence says. */
  whyNot(url: URL): string | undefined;
  /** Counts a question to a host; false when there were too many lately. */
  spend(host: string): boolean;
  /** Ends with the time of all links together. */
  signal: AbortSignal;
  now(): Date;
  dial?: Dial;
}

/** So many addresses are asked for one link. */
export const MOST_HOPS = 5;
const MOST_BYTES = 1_000_000;
const MAX_TARGET = 8_192;

/**
 * Follows one link, hop by hop. Each hop is judged anew before anything is asked: the address by what it says, and its name
 * by what the DNS answers; then exactly that answer is connected to, so that a second, different one is of no use. What a
 * hop leads to is learnt even where it is not asked. Never rejects.
 */
export async function follow(first: string, options: FollowOptions): Promise<Followed> {
  const { whyNot, spend, signal, now, dial } = options;
  const budget = { bytes: MOST_BYTES };
  const found: Followed = { chain: [first], steps: [] };
  const seen = new Set<string>();
  let url = URL.parse(first);
  while (url) {
    const stopped = whyBarredUrl(url) ?? whyNot(url);
    if (stopped !== undefined) return { ...found, stopped };
    const asked = askedAs(url);
    if (seen.has(asked)) return { ...found, stopped: 'it leads in a circle' };
    if (seen.size === MOST_HOPS) return { ...found, failed: 'too-many' };
    seen.add(asked);
    const step = { asked, at: now().toISOString() };
    if (!spend(hostOf(url))) {
      found.steps.push({ ...step, outcome: 'not-asked', answer: 'this host was asked too often for now' });
      return { ...found, failed: 'too-many' };
    }
    try {
      const address = await addressOf(hostOf(url), options);
      const { status, target } = await askHop(url, { address, signal, budget, dial });
      const next = target === undefined ? undefined : URL.parse(target.slice(0, MAX_TARGET), url);
      if (!next) {
        found.steps.push({ ...step, outcome: 'unknown', answer: `leads no further (${status})` });
        return found;
      }
      found.steps.push({ ...step, outcome: 'known', answer: leadsTo(url, next) });
      found.chain.push(next.href);
      url = next;
    } catch (error) {
      if (error instanceof BarredError) {
        found.steps.push({ ...step, outcome: 'unknown', answer: `left alone: ${error.message}` });
        return { ...found, stopped: error.message };
      }
      if (!(error instanceof HopError) && !signal.aborted) throw error;
      const answer = signal.aborted ? 'it took too long' : (error as Error).message;
      found.steps.push({ ...step, outcome: 'failed', answer });
      return { ...found, failed: signal.aborted ? 'timeout' : 'error' };
    }
  }
  return found;
}

/** A line that loses its encryption on the way is followed like any other, and said: an honest house does not do it. */
export function leadsTo(from: URL, to: URL): string {
  const bare = from.protocol === 'https:' && to.protocol === 'http:';
  return `leads to ${to.href}${bare ? ', from there on without encryption' : ''}`;
}

/** The DNS showed a door that stays shut. */
class BarredError extends Error {}

/**
 * The one address to connect to. Every answer must be public: a name of which one leg stands in a private network is
 * nobody's honest site.
 */
async function addressOf(host: string, { lookup, signal }: FollowOptions): Promise<string> {
  if (isIP(host) !== 0) return host;
  const late = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(new HopError('it took too long'));
    signal.addEventListener('abort', () => reject(new HopError('it took too long')), { once: true });
  });
  const [v4, v6] = await Promise.race([
    Promise.all([addresses(lookup, host, 'A'), addresses(lookup, host, 'AAAA')]),
    late,
  ]);
  const all = [...v4, ...v6];
  for (const address of all) {
    const barred = whyBarredAddress(address);
    if (barred) throw new BarredError(barred);
  }
  if (all[0] === undefined) throw new HopError('its name leads nowhere');
  return all[0];
}

/** Empty where there is none; a DNS in trouble rejects only the kind that every host has. */
async function addresses(lookup: Lookup, host: string, rr: 'A' | 'AAAA'): Promise<string[]> {
  try {
    return (await lookup(host, rr)) as string[];
  } catch (error) {
    const code = String((error as NodeJS.ErrnoException).code ?? '');
    if (rr === 'AAAA' || NOTHING_THERE.has(code)) return [];
    throw new HopError('its name could not be looked up');
  }
}

/** What really leaves: a fragment never does. */
function askedAs(url: URL): string {
  return `${url.origin}${url.pathname}${url.search}`;
}
