import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { getClientAddress, parseReceived } from 'mailauth/lib/parse-received.js';
import { isOwn } from '../checks/domains.ts';
import type { Organisation } from '../model.ts';
import type { HeadLine } from './mail-head.ts';

/** The connection by which a mail came to one of our own servers. */
export interface OwnHop {
  ip: string;
  helo: string;
  /** The envelope's sender, as the delivering server noted it; `''` when it is not known. */
  sender: string;
  /** When our server took the mail, in milliseconds. */
  at: number;
  /** False where servers of ours stand before this one: then what would clear the mail is not believed. */
  certain: boolean;
}

/** Addresses that no stranger connects from: a hop between servers of one house. */
const INSIDE = new Set(['private', 'loopback', 'linkLocal', 'uniqueLocal', 'carrierGradeNat', 'unspecified']);

/**
 * Who handed the mail to us, by the Received line of a server that `TRUSTED_AUTHSERV_IDS` names.
 *
 * Servers write their line on top, so only what lies above the first foreign line is ours for sure: the same words
 * further down are the sender's to write. Hops inside of the house are stepped over, but what lies below them could be
 * forged where a load balancer hides the real address, so it may accuse and not clear. Where a second line of ours
 * follows, one of the two is forged or a loop, and nothing is said.
 */
export function ownHop(lines: readonly HeadLine[], organisation: Organisation): OwnHop | undefined {
  const trusted = new Set(organisation.authservIds.map((id) => id.toLowerCase()));
  const received = lines.flatMap((line, at) => (line.name === 'received' ? [{ at, hop: readHop(line) }] : []));
  for (const [step, { at, hop }] of received.slice(0, 20).entries()) {
    if (!hop?.ip || (!trusted.has(hop.by) && !isOwn(hop.by, organisation))) return undefined;
    if (isInside(hop.ip)) continue;
    const below = received[step + 1]?.hop;
    if (!trusted.has(hop.by) || (below && (trusted.has(below.by) || isOwn(below.by, organisation)))) return undefined;
    const returnPath = lines.findIndex(({ name }) => name === 'return-path');
    // Below our own line it is the sender's word.
    const sender = returnPath >= 0 && returnPath < at ? addressIn(lines[returnPath]?.value ?? '') : '';
    return { ip: hop.ip, helo: hop.helo, sender, at: hop.time, certain: step === 0 };
  }
  return undefined;
}

function readHop({ raw }: HeadLine): { by: string; ip: string; helo: string; time: number } | undefined {
  const parsed = parseReceived(raw.slice(0, 4_000));
  if (!parsed) return undefined;
  const by = (parsed.by?.value ?? '').split(/\s/, 1)[0]?.toLowerCase() ?? '';
  const bare = parsed.from?.comment?.trim() ?? '';
  // Exchange writes the address without brackets.
  const ip = getClientAddress(parsed.from) || (isIP(bare) ? bare : '');
  return { by, ip, helo: parsed.from?.value?.slice(0, 255) ?? '', time: Date.parse(parsed.timestamp ?? '') };
}

function isInside(ip: string): boolean {
  return ipaddr.isValid(ip) && INSIDE.has(ipaddr.process(ip).range());
}

function addressIn(value: string): string {
  return /<?([^\s<>@]{1,64}@[^\s<>@]{1,253})>?\s*$/.exec(value.slice(0, 400))?.[1]?.toLowerCase() ?? '';
}
