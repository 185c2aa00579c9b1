import type { Attachment, Evidence, Knowledge, Link, Observable } from '../model.ts';
import { registrable } from '../parse/url.ts';

/** Types of which a look-up by hash tells nothing: a picture in a signature is in no list of malware. */
const HARMLESS = new Set([
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'bmp',
  'tif',
  'tiff',
  'ico',
  'ics',
  'vcf',
  'txt',
  'csv',
]);

/**
 * The observables in the order in which it pays to ask about them, those that it does not pay for left out: links that a
 * person reported, files that could do harm, what a lure wants pressed, the sender's domain, and the rest. Budgets and
 * quotas cut from the end.
 */
export function byInterest(
  observables: Observable[],
  evidence: Evidence | undefined,
  { lists }: Knowledge,
): Observable[] {
  if (!evidence) return observables;
  const ranks = new Map<string, number>();
  const note = (value: string, rank: number): void => {
    ranks.set(value, Math.min(rank, ranks.get(value) ?? rank));
  };
  for (const link of evidence.links) {
    // What a link was found to lead to is what its sender hid.
    const rank = link.chain ? 1 : RANK[link.source];
    note(withoutFragment(link.url), rank);
    note(link.parts.host, rank);
    note(link.parts.host.replace(/^\[|\]$/g, ''), rank);
    note(link.parts.site, rank);
  }
  for (const { from, senders, replyTo, returnPath } of evidence.messages) {
    for (const mailbox of [from, ...senders, ...replyTo, returnPath]) {
      if (!mailbox || mailbox.domain === '') continue;
      note(mailbox.domain, 3);
      note(registrable(mailbox.domain), 3);
    }
  }
  const files = new Map(evidence.attachments.map((file) => [file.sha256.toLowerCase(), file]));
  const rankOf = ({ kind, value }: Observable): number => {
    if (kind === 'sha256') {
      const file = files.get(value);
      return file ? rankOfFile(file, lists) : 4;
    }
    return ranks.get(value) ?? 4;
  };
  return observables
    .map((observable) => ({ observable, rank: rankOf(observable) }))
    .filter(({ rank }) => Number.isFinite(rank))
    .sort((a, b) => a.rank - b.rank)
    .map(({ observable }) => observable);
}

const RANK: Record<Link['source'], number> = {
  reported: 0,
  qr: 1,
  form: 1,
  anchor: 2,
  text: 2,
  subject: 2,
  redirect: 2,
  document: 2,
  image: Number.POSITIVE_INFINITY,
};

function rankOfFile({ extension, type, traits, inline }: Attachment, lists: Knowledge['lists']): number {
  if (HARMLESS.has(extension) && (type === '' || HARMLESS.has(type))) return Number.POSITIVE_INFINITY;
  const risky =
    traits.length > 0 ||
    type === 'exe' ||
    [lists.executables, lists.scripts, lists.diskImages, lists.macroDocuments].some((list) => list.has(extension));
  return risky ? 1 : inline ? 4 : 3;
}

/** As `parse/observables.ts` writes it. */
function withoutFragment(text: string): string {
  const url = URL.parse(text);
  if (!url) return '';
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}
