import type { Attachment, Evidence, Gap, Link, Message } from '../model.ts';
import type { InnerMail } from './files/file-content.ts';
import { readFile } from './files/read-file.ts';
import { makeLink } from './links.ts';
import { observablesOf } from './observables.ts';
import { sealedBy } from './rewriters.ts';

/** Counts that hold for one specimen with everything nested in it. */
export const MOST = { messages: 20, links: 1_000, attachments: 100, depth: 5 } as const;

/**
 * What was found in one specimen so far. Readers put things in as they find them, so that what was found before a reader
 * failed still counts.
 */
export interface Tray {
  prefix: string;
  messages: Message[];
  links: Link[];
  attachments: Attachment[];
  /** Mail addresses that stand in the texts, lower case. */
  addresses: Set<string>;
  gaps: Gap[];
  /** Mails begun, dropped carriers included: the count that stops a chain of forwards. */
  mails: number;
  /** What was put in already, and how often each kind. */
  known: Set<string>;
}

export function openTray(prefix: string): Tray {
  const parts = { messages: [], links: [], attachments: [], gaps: [] };
  return { prefix, ...parts, addresses: new Set(), mails: 0, known: new Set() };
}

export function closeTray(tray: Tray): Evidence {
  const { messages, links, attachments, addresses, gaps } = tray;
  return { messages, links, attachments, observables: observablesOf(tray, addresses), gaps };
}

export function messageId(tray: Tray): string {
  return `${tray.prefix}-m${tray.messages.length + 1}`;
}

export function addGap(tray: Tray, gap: Gap): void {
  const key = `gap\n${gap.what}\n${gap.why}\n${gap.name ?? ''}`;
  if (tray.known.has(key)) return;
  tray.known.add(key);
  tray.gaps.push(gap);
}

/** Adds a link unless it leads nowhere, or stands in the same place with the same words already. */
export function addLink(
  tray: Tray,
  written: { url: string; shown?: string; original?: string },
  place: { source: Link['source']; message?: string; attachment?: string },
): void {
  const id = `${tray.prefix}-l${tray.links.length + 1}`;
  const link = makeLink(written.url, { id, ...place, shown: written.shown, original: written.original });
  if (!link) return;
  const where = `${place.message ?? ''}\n${place.attachment ?? ''}`;
  const key = `link\n${where}\n${place.source === 'text' ? '' : place.source}\n${link.url}\n${link.shown ?? ''}`;
  // A bare URL that is also a proper link of the same message says nothing new.
  const bare = `bare\n${where}\n${link.url}`;
  if (tray.known.has(key) || (place.source === 'text' && tray.known.has(bare))) return;
  if (tray.links.length >= MOST.links) {
    addGap(tray, { what: 'link', why: 'too-many', blinding: true });
    return;
  }
  tray.known.add(key).add(bare);
  tray.links.push(link);
  // The host that a filter's link names is judged; of what its page is we see nothing, and say so.
  const sealed = link.source === 'image' ? undefined : sealedBy(link);
  if (sealed) addGap(tray, { what: 'link', why: 'unsupported', name: sealed.name, blinding: !sealed.hinted });
}

export interface Part {
  bytes: Uint8Array;
  name: string;
  declaredType: string;
  inline: boolean;
  /** What stands in the mail and may open the file, if it is locked. */
  passwords?: readonly string[];
}

/**
 * Looks into a file and adds what it holds. Returns the readable text, the file's own bytes when it is a mail, and the
 * mails that lie inside of it.
 */
export async function addFile(
  tray: Tray,
  file: Part,
  message: string | undefined,
): Promise<{ text?: string; mail?: Uint8Array; mails: InnerMail[] }> {
  if (tray.attachments.length >= MOST.attachments) {
    addGap(tray, { what: 'attachment', why: 'too-many', blinding: true });
    return { mails: [] };
  }
  const found = await readFile(file);
  if (found.mail && tray.mails < MOST.messages) return { mail: found.mail, mails: [] };
  if (found.mail) addGap(tray, { what: 'mail', why: 'too-many', name: file.name.slice(0, 200), blinding: true });
  // The signature of a signed mail: nobody opens it, and nothing is in it.
  if (found.type === 'p7s' && message !== undefined && found.gaps.length === 0) return { mails: [] };
  const id = `${tray.prefix}-a${tray.attachments.length + 1}`;
  const { type, extension, size, sha256, olderDigests, entries, traits, content } = found;
  tray.attachments.push({
    id,
    ...(message === undefined ? {} : { message }),
    name: file.name.slice(0, 500),
    extension,
    declaredType: file.declaredType.slice(0, 200),
    type,
    size,
    sha256,
    olderDigests,
    inline: file.inline,
    entries,
    traits,
    content,
  });
  for (const link of found.links) addLink(tray, link, { source: link.source, message, attachment: id });
  for (const gap of found.gaps) addGap(tray, gap);
  return { text: found.text, mails: found.mails };
}
