import type { Evidence, Gap, Specimen } from '../model.ts';
import { isPicture } from './files/recognise.ts';
import { readMail } from './mail.ts';
import { looksLikeMail } from './mail-bytes.ts';
import { refang } from './refang.ts';
import { readSlackMail } from './slack-mail.ts';
import { readText } from './text.ts';
import { addFile, addGap, addLink, closeTray, openTray, type Tray } from './tray.ts';

const MOST_LINKS = 2_000;
const MOST_ATTACHMENTS = 200;

/**
 * Specimen → evidence: the one way in. Never throws: what fails becomes a gap, and what was found before still counts.
 * `prefix` makes the ids unique within a report (`s1`).
 */
export async function readSpecimen(specimen: Specimen, prefix: string): Promise<Evidence> {
  const tray = openTray(prefix);
  try {
    await read(tray, specimen);
  } catch {
    addGap(tray, { ...blamed(specimen), why: 'error', blinding: true });
  }
  // A forward whose inner mail is empty, say: nobody may be told that it was looked at.
  if (tray.messages.length + tray.links.length + tray.attachments.length + tray.gaps.length === 0) {
    addGap(tray, { ...blamed(specimen), why: 'unreadable', blinding: true });
  }
  return closeTray(tray);
}

/** What a gap about the whole specimen names. */
export function blamed(specimen: Specimen): Pick<Gap, 'what' | 'name'> {
  switch (specimen.kind) {
    case 'mail':
      return { what: 'mail', name: specimen.name?.slice(0, 200) };
    case 'file':
      return { what: 'file', name: specimen.name.slice(0, 200) };
    case 'link':
      return { what: 'link' };
    default:
      return { what: 'mail' };
  }
}

async function read(tray: Tray, specimen: Specimen): Promise<void> {
  switch (specimen.kind) {
    case 'mail':
      return readMailFile(tray, specimen.bytes, specimen.name);
    case 'slack-mail':
      return readSlackMail(tray, specimen.mail, specimen.html);
    case 'text':
      return readText(tray, specimen);
    case 'file':
      return readLoneFile(tray, specimen.bytes, specimen.name);
    case 'link':
      return readLink(tray, specimen.url, specimen.shown);
  }
}

/** What was handed in as a mail and is none (a PDF) is looked into as a file, and the gap says so. */
async function readMailFile(tray: Tray, bytes: Uint8Array, name: string | undefined): Promise<void> {
  if (!looksLikeMail(bytes)) {
    const aside = openTray(tray.prefix);
    const file = { bytes, name: name ?? '', declaredType: '', inline: false };
    const { mail, mails } = await addFile(aside, file, undefined);
    if (!mail && !['', 'txt', 'html'].includes(aside.attachments[0]?.type ?? '')) {
      Object.assign(tray, aside);
      for (const inner of mails) await readMail(tray, inner.bytes, { name: inner.name, depth: 1 });
      addGap(tray, { what: 'mail', why: 'unsupported', name, blinding: true });
      return;
    }
  }
  await readMail(tray, bytes, { name });
}

async function readLoneFile(tray: Tray, bytes: Uint8Array, name: string): Promise<void> {
  const { mail, mails } = await addFile(tray, { bytes, name, declaredType: '', inline: false }, undefined);
  if (mail) return readMail(tray, mail, { name });
  for (const inner of mails) await readMail(tray, inner.bytes, { name: inner.name, depth: 1 });
  // A screenshot of a message is all words, and only its codes were read: that must never end as "no known signs".
  if (isPicture(tray.attachments[0]?.type ?? '') && tray.gaps.length === 0) {
    addGap(tray, { what: 'picture', why: 'not-configured', name: name.slice(0, 200), blinding: true });
  }
}

function readLink(tray: Tray, url: string, shown: string | undefined): void {
  const written = url.trim();
  const whole = /^https?:\/\/[^\s[\](){}<>]+$/i.test(written) ? written : refang(written).text;
  // Whoever reports `evil.example` means a link, whatever its ending.
  const bare = /^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,10}(?:[/?#:]|$)/u.test(whole)
    ? `http://${whole}`
    : whole;
  addLink(tray, { url: bare, shown, original: written }, { source: 'reported' });
  if (tray.links.length === 0)
    addGap(tray, { what: 'link', why: 'unreadable', name: url.slice(0, 200), blinding: true });
}

/** One evidence out of those of a report's specimens, in their order; each observable and gap once. */
export function mergeEvidence(parts: Evidence[]): Evidence {
  const merged: Evidence = {
    messages: parts.flatMap((part) => part.messages),
    links: parts.flatMap((part) => part.links),
    attachments: parts.flatMap((part) => part.attachments),
    observables: once(
      parts.flatMap((part) => part.observables),
      ({ kind, value }) => `${kind} ${value}`,
    ),
    gaps: once(
      parts.flatMap((part) => part.gaps),
      ({ what, why, name, blinding }) => `${what} ${why} ${blinding} ${name ?? ''}`,
    ),
  };
  if (merged.links.length > MOST_LINKS) {
    merged.links.length = MOST_LINKS;
    merged.gaps.push({ what: 'link', why: 'too-many', blinding: true });
  }
  if (merged.attachments.length > MOST_ATTACHMENTS) {
    merged.attachments.length = MOST_ATTACHMENTS;
    merged.gaps.push({ what: 'attachment', why: 'too-many', blinding: true });
  }
  return merged;
}

function once<Item>(items: Item[], key: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
