import { z } from 'zod';
import { registrable } from '../../parse/url.ts';
import { callJson } from '../http.ts';
import { DAY, MINUTE, type Provider, ServiceError, short, UNKNOWN } from '../provider.ts';

/** Registries by ending: `com` → the address of its RDAP server, ending in a slash. */
export type Registries = ReadonlyMap<string, string>;

/**
 * RDAP (RFC 9082, 9083): when a domain was registered, and with whom. The registry of the ending is asked directly; what
 * its server would hand us on to is not followed. Endings without a server are not asked about.
 */
export function rdap(registries: Registries, base?: string): Provider {
  const serverOf = (domain: string): string | undefined => {
    const known = registries.get(domain.slice(domain.lastIndexOf('.') + 1));
    return known && (base === undefined ? known : `${base}/`);
  };
  return {
    name: 'RDAP',
    about: 'registered domains',
    tells: 'age',
    takes({ site }) {
      const domain = site === undefined ? undefined : registrable(site);
      // A site on a shared host has no registration of its own, and the host's says nothing of it.
      return domain !== undefined && domain === site && serverOf(domain) ? domain : undefined;
    },
    keepMs: { known: 7 * DAY, unknown: DAY / 24 },
    quota: { calls: 30, perMs: MINUTE },
    trial: { ask: 'example.com', known: true },
    async ask(value, signal) {
      const found = await callJson(answer, {
        url: `${serverOf(value)}domain/${value}`,
        headers: { accept: 'application/rdap+json' },
        signal,
        also: [404],
      });
      if (!('events' in found) || found.errorCode !== undefined) return UNKNOWN;
      if (found.ldhName.toLowerCase() !== value) throw new ServiceError('rubbish', 'it answers about another domain');
      const registered = found.events.find(({ eventAction }) => eventAction === 'registration');
      if (!registered) return { answer: 'does not say when it was registered' };
      const on = registered.eventDate;
      const registrar = registrarOf(found.entities);
      return {
        registration: { on, ...(registrar && { registrar }) },
        answer: `registered ${on}${registrar ? `, ${registrar}` : ''}`,
      };
    },
  };
}

/** The `fn` of the entity whose role it is: a jCard, `["vcard", [["fn", {}, "text", "A Registrar"], …]]`. */
function registrarOf(entities: z.output<typeof entity>[]): string | undefined {
  const card = entities.find(({ roles }) => roles.includes('registrar'))?.vcardArray?.[1];
  if (!Array.isArray(card)) return undefined;
  const name = card.find((line): line is unknown[] => Array.isArray(line) && line[0] === 'fn')?.[3];
  return typeof name === 'string' && name.trim() !== '' ? short(name, 60) : undefined;
}

const entity = z.object({ roles: z.array(z.string()).default([]), vcardArray: z.array(z.unknown()).optional() });

/** A date of an event: only its day is of use, and servers write the rest in many ways. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/)
  .transform((text) => text.slice(0, 10))
  .refine((text) => !Number.isNaN(Date.parse(text)));

const answer = z.union([
  z.object({
    ldhName: z.string(),
    errorCode: z.undefined().optional(),
    events: z.array(z.object({ eventAction: z.string(), eventDate: day })).default([]),
    entities: z.array(entity).default([]),
  }),
  z.object({ errorCode: z.literal(404) }),
]);
