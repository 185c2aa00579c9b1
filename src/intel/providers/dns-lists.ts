import type { Resolver } from 'node:dns/promises';
import { HOUR, MINUTE, type Provider, type Reply, ServiceError, UNKNOWN } from '../provider.ts';

export type DnsListId = 'spamhaus-dbl' | 'surbl' | 'uribl';

/** What an answer of a list means: a reply, or an error that must never be read as a listing. */
type Reading = (octets: number[]) => Reply | undefined;

interface DnsList {
  name: string;
  zone: string;
  /** An entry that is there for trying whether its answers reach us. */
  testPoint: string;
  read: Reading;
}

/**
 * Lists of domains that are asked by DNS: `site.zone`. Only the name that somebody registered is asked. They refuse the
 * big public resolvers, so the organisation's own resolver is used, or the one that was named.
 */
export function dnsList(
  id: DnsListId,
  resolver: Pick<Resolver, 'resolve4'>,
  options: { dqsKey?: string } = {},
): Provider {
  const { name, zone, read, testPoint } = LISTS[id];
  const asked = id === 'spamhaus-dbl' && options.dqsKey ? `${options.dqsKey}.dbl.dq.spamhaus.net` : zone;
  return {
    name,
    about: 'registered domains',
    tells: 'harm',
    takes: ({ site }) => site,
    keepMs: { known: HOUR, unknown: 30 * MINUTE },
    quota: { calls: 300, perMs: MINUTE },
    trial: { ask: testPoint, known: true },
    async ask(value) {
      const addresses = await look(resolver, `${value}.${asked}`);
      for (const address of addresses) {
        const octets = address.split('.').map(Number);
        if (octets[0] !== 127) throw new ServiceError('rubbish', 'something other than the list answers in its place');
        // Refusals (a public resolver, too many questions, a bad key) come as addresses too.
        if (octets[1] === 255) throw new ServiceError('refused', `it refuses to answer (${address})`);
        const reply = read(octets);
        if (reply) return reply;
      }
      return UNKNOWN;
    },
  };
}

/** No such name is the answer "not listed"; every other failure is a failure. */
async function look(resolver: Pick<Resolver, 'resolve4'>, name: string): Promise<string[]> {
  try {
    return await resolver.resolve4(name);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    if (/^E(?:SERVFAIL|REFUSED|CONNREFUSED|TIMEOUT|CANCELLED|BADRESP|FORMERR|NOTIMP|DESTRUCTION)$/.test(code)) {
      throw new ServiceError('down', `the resolver answers ${code}`);
    }
    throw error;
  }
}

const malicious = (what: string): Reply => ({
  opinion: { level: 'malicious', detail: `this domain is listed for ${what}` },
  answer: `listed: ${what}`,
});
const suspicious = (what: string): Reply => ({
  opinion: { level: 'suspicious', detail: `this domain is listed for ${what}` },
  answer: `listed: ${what}`,
});

/** https://docs.spamhaus.com/datasets/docs/source/10-data-type-documentation/datasets/040-zones.html */
const readDbl: Reading = ([, , kind = 0, code = 0]) => {
  if (code === 255) throw new ServiceError('refused', 'it takes no numeric addresses');
  if (kind !== 1) return undefined;
  if (code === 2) return suspicious('spam');
  if (code === 4) return malicious('phishing');
  if (code === 5) return malicious('malware');
  if (code === 6) return malicious('steering infected machines');
  // An honest site that was broken into: its owner is no criminal, but the page may well be.
  if (code >= 102 && code <= 106) return suspicious('abuse of an honest site');
  return undefined;
};

/** A bit mask; 1 is a refusal (https://surbl.org/lists). */
const readSurbl: Reading = ([, , , bits = 0]) => {
  if (bits & 1) throw new ServiceError('refused', 'it refuses to answer');
  if (bits & 8) return malicious('phishing');
  if (bits & 16) return malicious('malware');
  if (bits & 64) return suspicious('spam');
  if (bits & 128) return suspicious('abuse of a cracked site');
  return undefined;
};

/** A bit mask; 1 is a refusal (https://uribl.com/about.shtml). Grey is mailing that some want: no opinion. */
const readUribl: Reading = ([, , , bits = 0]) => {
  if (bits & 1) throw new ServiceError('refused', 'it refuses to answer');
  if (bits & 2) return suspicious('spam');
  if (bits & 8) return suspicious('being new and seen in spam');
  return undefined;
};

const LISTS: Record<DnsListId, DnsList> = {
  'spamhaus-dbl': { name: 'Spamhaus DBL', zone: 'dbl.spamhaus.org', testPoint: 'dbltest.com', read: readDbl },
  surbl: { name: 'SURBL', zone: 'multi.surbl.org', testPoint: 'test.surbl.org', read: readSurbl },
  uribl: { name: 'URIBL', zone: 'multi.uribl.com', testPoint: 'test.uribl.com', read: readUribl },
};
