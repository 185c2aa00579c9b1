import { domainToASCII } from 'node:url';
import { type ARCResult, arc, type DKIMResult, type DKIMVerifyResult, dkimVerify, dmarc, spf } from 'mailauth';
import { isOwn } from '../checks/domains.ts';
import type { AuthenticationResult, Organisation } from '../model.ts';
import { registrable } from '../parse/url.ts';
import { dnsError, type Lookup, NOTHING_THERE } from './dns.ts';
import { headMark, isTagged, looksForwarded, type MailHead, readHead, valuesOf } from './mail-head.ts';
import { type OwnHop, ownHop } from './own-hop.ts';

/** What kept a look from its end. `too-many`: the mail asked for more than any honest one does. */
export type Trouble = 'timeout' | 'error' | 'too-many' | 'too-large';

export interface Verification {
  /** Which message of the evidence this is about: see `headMark`. */
  mark: string;
  fromDomain: string;
  results: AuthenticationResult[];
  /** Empty when the look came to its end, whatever it found. */
  troubles: Trouble[];
}

const MOST_SIGNATURES = 8;
const MOST_LOOKUPS = 40;
const DAY = 86_400_000;
/** Keys are changed and addresses move on: an older mail that fails proves nothing. */
const FRESH = 7 * DAY;
const NOBODY: Verification = { mark: '', fromDomain: '', results: [], troubles: [] };

/**
 * Our own look at one raw mail: DKIM over its bytes, SPF where the connection is known, and what DMARC makes of both.
 *
 * Asymmetric on purpose. A pass is said only of what a signature or the envelope proves; a failure only where everything
 * that could have cleared the mail was really looked at and nothing on its way can have broken it. All between is left
 * unsaid: a result that is missing accuses nobody and clears nobody. `docs/authentication.md` has the table.
 */
export async function verifyMail(
  bytes: Uint8Array,
  options: { lookup: Lookup; organisation: Organisation; now: number },
): Promise<Verification> {
  const head = readHead(bytes);
  if (!head) return { ...NOBODY, troubles: ['too-large'] };
  const { organisation, now } = options;
  const troubles = new Set<Trouble>();
  const resolver = limited(options.lookup, troubles) as (name: string, rr: string) => Promise<string[] | string[][]>;
  const { mail, cut } = withFewerSignatures(head);
  const dkim = await dkimVerify(mail, { resolver, minBitLength: 1024, rejectRsaSha1: true });
  const from = domainOf(dkim.headerFrom[0]);
  const mark = headMark(head.lines);
  // Which of several senders a signature speaks for is anybody's guess, and so is which one the reader sees.
  if (dkim.fromFields !== 1 || valuesOf(head, 'from').length !== 1 || dkim.headerFrom.length !== 1 || from === '') {
    return { ...NOBODY, mark };
  }

  const signed = dkim.results.filter((row) => isBelieved(row, head));
  const hop = ownHop(head.lines, organisation);
  const envelope = await lookAtEnvelope(hop, resolver);
  const policy = await dmarc({
    headerFrom: dkim.headerFrom,
    fromFields: 1,
    spfDomains: envelope?.result === 'pass' && hop?.certain ? [envelope.domain] : [],
    dkimDomains: signed.map(({ id, signingDomain = '' }) => ({ id, domain: signingDomain })),
    resolver,
  });
  const dmarcResult = policy ? policy.status.result : 'temperror';

  const results = signed.map(({ signingDomain }) => ours('dkim', 'pass', domainOf(signingDomain)));
  if (envelope?.result === 'pass' && hop?.certain) results.push(ours('spf', 'pass', envelope.domain));
  if (dmarcResult === 'pass' || dmarcResult === 'none') results.push(ours('dmarc', dmarcResult, from));
  if (hop && envelope && mayAccuse(hop, now, head) && !mayBeSigned(dkim, head, from, cut)) {
    const enforced = policy && policy.policy !== undefined && policy.policy !== 'none';
    if (dmarcResult === 'fail' && enforced) results.push(ours('dmarc', 'fail', from));
    const alike = registrable(from) !== '' && registrable(envelope.domain) === registrable(from);
    if (alike && /^(?:soft)?fail$/.test(envelope.result) && dmarcResult !== 'pass' && dmarcResult !== 'temperror') {
      results.push(ours('spf', envelope.result, envelope.domain));
    }
  }
  if (dmarcResult !== 'pass' && !cut) {
    const sealed = await lookAtSeal(dkim, head, resolver, organisation);
    // A gateway of ours that changed the mail vouches for what it was before.
    if (sealed) results.splice(0, results.length, ours('dmarc', 'pass', from));
  }
  const settled = results.some(({ method }) => method === 'dmarc');
  return { mark, fromDomain: from, results, troubles: settled ? [] : [...troubles] };
}

/** `authserv` is ours; only `verified` makes it believed, and no header can set that. */
function ours(method: AuthenticationResult['method'], result: string, domain: string): AuthenticationResult {
  return { authserv: 'lurecheck', method, result, domain, verified: true };
}

function domainOf(address: string | undefined): string {
  const domain = (address ?? '').split('@').at(-1)?.trim().toLowerCase().replace(/\.$/, '') ?? '';
  return domainToASCII(domain);
}

/**
 * A signature that proves the mail as the reader sees it. Not one over a part of the body (`l=`: anyone may append), nor
 * one that leaves out what the reader goes by, or a header that stands twice: signatures cover the lower, clients show
 * the upper.
 */
function isBelieved(row: DKIMResult, head: MailHead): boolean {
  if (row.status.result !== 'pass' || row.canonBodyLengthLimited || !row.signingDomain) return false;
  const covered = new Set((row.signingHeaders?.keys ?? '').split(':').map((key) => key.trim().toLowerCase()));
  return ['from', 'subject', 'reply-to', 'date'].every((name) => {
    const times = valuesOf(head, name).length;
    return times === 0 || (times === 1 && covered.has(name));
  });
}

/** SPF's word on the connection; undefined where it has none that counts. */
async function lookAtEnvelope(
  hop: OwnHop | undefined,
  resolver: (name: string, rr: string) => Promise<string[] | string[][]>,
): Promise<{ result: string; domain: string } | undefined> {
  if (!hop?.sender) return undefined;
  const { ip, helo, sender } = hop;
  const { status, domain } = await spf({ ip, helo, sender, mta: 'lurecheck', resolver });
  // A policy that cannot be read is its owner's slip more often than a forger's.
  if (!/^(?:pass|fail|softfail|neutral|none)$/.test(status.result)) return undefined;
  return { result: status.result, domain: domain.toLowerCase() };
}

function mayAccuse(hop: OwnHop, now: number, head: MailHead): boolean {
  const age = now - hop.at;
  return age < FRESH && age > -DAY && !looksForwarded(head);
}

/**
 * Whether the sender's house may have signed the mail after all, and something on its way broke the signature: a changed
 * body, a marked subject, a key that could not be asked for, a signature that ran out or that we do not believe. What is
 * left for a failure: no signature, a key that is not there, one too weak, or a signature that is plainly wrong.
 */
function mayBeSigned(dkim: DKIMVerifyResult, head: MailHead, from: string, cut: boolean): boolean {
  const house = registrable(from);
  const rows = dkim.results.filter((row) => row.signingDomain && registrable(domainOf(row.signingDomain)) === house);
  const written = valuesOf(head, 'dkim-signature').filter((value) => registrable(signerIn(value)) === house);
  // The reader of signatures leaves out kinds that it does not know. No honest mail has more of one house than we look at.
  if (!cut && written.length > rows.length) return true;
  return rows.some(({ status }) => {
    if (status.result === 'fail') return isTagged(head);
    if (status.policy?.['dkim-rules'] === 'weak-key') return false;
    return !/^(?:no key|invalid public key|unknown key|key not for email)/.test(status.comment ?? '');
  });
}

/**
 * Whether the last server to seal the mail is ours, its seal and all before it hold, and it noted a DMARC pass for this
 * very sender. A chain that does not hold, for want of a key or otherwise, says nothing.
 */
async function lookAtSeal(
  dkim: DKIMVerifyResult,
  head: MailHead,
  resolver: (name: string, rr: string) => Promise<string[] | string[][]>,
  organisation: Organisation,
): Promise<boolean> {
  if (!dkim.arc?.chain) return false;
  const result: ARCResult = await arc(dkim.arc as Parameters<typeof arc>[0], { resolver, minBitLength: 1024 });
  const signature = result.status.result === 'pass' && result.signature;
  if (!signature || !isBelieved(signature, head)) return false;
  const last = dkim.arc.chain.at(-1) as { 'arc-seal'?: { parsed?: { d?: { value?: unknown } } } } | undefined;
  const sealers = [last?.['arc-seal']?.parsed?.d?.value, signature.signingDomain];
  const trusted = new Set(organisation.authservIds.map((id) => id.toLowerCase()));
  if (!sealers.every((name) => isOurs(String(name ?? '').toLowerCase(), organisation, trusted))) return false;
  const noted = result.authenticationResults?.dmarc;
  return noted?.result === 'pass' && domainOf(String(noted.header?.from ?? '')) === domainOf(dkim.headerFrom[0]);
}

function isOurs(name: string, organisation: Organisation, trusted: ReadonlySet<string>): boolean {
  return trusted.has(name) || isOwn(name, organisation);
}

function signerIn(value: string): string {
  return domainOf(/(?:^|;)\s{0,20}d\s{0,5}=\s{0,5}([^;\s]{1,255})/i.exec(value.slice(0, 8_000))?.[1]);
}

/** Fifty signatures would be fifty look-ups and as many walks over the body. Those of the sender's own house go first. */
function withFewerSignatures(head: MailHead): { mail: Buffer; cut: boolean } {
  const signatures = head.lines.filter(({ name }) => name === 'dkim-signature');
  if (signatures.length <= MOST_SIGNATURES) return { mail: head.mail, cut: false };
  const house = registrable(
    domainOf(/@([^\s>@]{1,253})>?\s*$/.exec((valuesOf(head, 'from')[0] ?? '').slice(-400))?.[1]),
  );
  const own = signatures.filter(({ value }) => registrable(signerIn(value)) === house);
  const kept = new Set([...own, ...signatures.filter((line) => !own.includes(line))].slice(0, MOST_SIGNATURES));
  const lines = head.lines.filter((line) => line.name !== 'dkim-signature' || kept.has(line));
  const top = Buffer.from(`${lines.map(({ raw }) => raw).join('\r\n')}\r\n`, 'latin1');
  return { mail: Buffer.concat([top, head.mail.subarray(head.end)]), cut: true };
}

/** Counts the look-ups of one mail, and remembers those that got no answer. */
function limited(lookup: Lookup, troubles: Set<Trouble>): Lookup {
  let asked = 0;
  return async (name, rr) => {
    asked += 1;
    if (asked > MOST_LOOKUPS) {
      troubles.add('too-many');
      throw dnsError('ECANCELLED', name);
    }
    try {
      return await lookup(name, rr);
    } catch (error) {
      const code = String((error as NodeJS.ErrnoException).code ?? '');
      if (!NOTHING_THERE.has(code)) troubles.add(/TIMEOUT|CANCELLED/.test(code) ? 'timeout' : 'error');
      throw error;
    }
  };
}
