import { Resolver } from 'node:dns/promises';
import type { Keyv } from 'keyv';

/** Records as node:dns gives them: strings, TXT in pieces, MX with priorities. */
export type Answer = string[] | string[][] | { exchange: string; priority: number }[];

/** Asks for one kind of record. Rejects as node:dns does: ENOTFOUND and ENODATA are answers, the rest is trouble. */
export type Lookup = (name: string, rr: string) => Promise<Answer>;

/** Codes that say "there is nothing of the kind", which is as good an answer as a record. */
export const NOTHING_THERE: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA', 'EBADNAME']);

const KINDS = new Set(['TXT', 'A', 'AAAA', 'MX', 'PTR', 'CNAME']);
const MAX_ANSWER = 16_000;
const MINUTE = 60_000;
const LONGEST = 60 * MINUTE;
const SHORTEST = MINUTE;
/** node:dns tells the time to live of addresses only: keys and policies are kept this long, absences shorter. */
const KEPT = 30 * MINUTE;
const KEPT_ABSENCE = 5 * MINUTE;

type Kept = { answer: Answer } | { code: string };

/** An error as node:dns has them. */
export function dnsError(code: string, name: string): Error {
  return Object.assign(new Error(`${code} ${name}`), { code });
}

/**
 * Looks records up with the machine's own resolvers and keeps the answers, absences too: a wave of reports of one mail
 * asks once. Trouble is never kept. A name that no DNS server could know is answered here, so that bytes of a hostile
 * mail never reach the network as they are.
 */
export function openDns(cache: Keyv, options: { timeoutMs?: number; servers?: string[] } = {}): Lookup {
  const resolver = new Resolver({ timeout: options.timeoutMs ?? 800, tries: 2 });
  if (options.servers) resolver.setServers(options.servers);
  const asked = new Map<string, Promise<Answer>>();

  async function ask(name: string, rr: string): Promise<{ answer: Answer; ttlMs: number }> {
    if (rr !== 'A' && rr !== 'AAAA') {
      return { answer: (await resolver.resolve(name, rr)) as Answer, ttlMs: KEPT };
    }
    const found = await (rr === 'A' ? resolver.resolve4(name, { ttl: true }) : resolver.resolve6(name, { ttl: true }));
    const ttl = Math.min(...found.map((record) => record.ttl)) * 1000;
    return { answer: found.map(({ address }) => address), ttlMs: Math.min(LONGEST, Math.max(SHORTEST, ttl)) };
  }

  async function answerOf(name: string, rr: string, key: string): Promise<Answer> {
    const kept = await quietly(() => cache.get<Kept>(key));
    if (kept && 'answer' in kept) return kept.answer;
    if (kept && 'code' in kept) throw dnsError(kept.code, name);
    try {
      const { answer, ttlMs } = await ask(name, rr);
      if (JSON.stringify(answer).length > MAX_ANSWER) throw dnsError('EBADRESP', name);
      await quietly(() => cache.set(key, { answer }, ttlMs));
      return answer;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (NOTHING_THERE.has(code)) await quietly(() => cache.set(key, { code }, KEPT_ABSENCE));
      throw error;
    }
  }

  return (written, rr) => {
    const name = written.toLowerCase().replace(/\.$/, '');
    if (!KINDS.has(rr) || !isName(name)) return Promise.reject(dnsError('EBADNAME', name.slice(0, 100)));
    const key = `${rr} ${name}`;
    const running = asked.get(key);
    if (running) return running;
    const answer = answerOf(name, rr, key).finally(() => asked.delete(key));
    asked.set(key, answer);
    return answer;
  };
}

function isName(name: string): boolean {
  return name.length <= 253 && /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,127}$/.test(name);
}

/** A cache out of reach costs a look-up, never an answer. */
async function quietly<Value>(run: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await run();
  } catch {
    return undefined;
  }
}
