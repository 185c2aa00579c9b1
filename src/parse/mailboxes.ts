import { domainToASCII } from 'node:url';
import { type AddressObject, type EmailAddress, simpleParser } from 'mailparser';
import type { Mailbox } from '../model.ts';

const MOST = 200;

/** A mailbox from its parts as found: address and domain in lower case, the domain as DNS knows it. */
export function mailboxOf(address: string | null | undefined, name: string | null | undefined): Mailbox {
  const clean = (address ?? '').trim().toLowerCase().slice(0, 500);
  const whole = /^[^\s@<>]+@[^\s@<>]+$/.test(clean) ? clean : '';
  const domain = whole.slice(whole.lastIndexOf('@') + 1);
  const label = (name ?? '')
    .trim()
    .replace(/^(["'])(.*)\1$/s, '$2')
    .slice(0, 500);
  // What is no address is still what the reader saw.
  return {
    address: whole,
    domain: whole ? domainToASCII(domain) || domain : '',
    name: label || (whole ? '' : (address ?? '').trim().slice(0, 500)),
  };
}

/** Mailboxes of address headers as mailparser gives them, groups opened. */
function mailboxesOf(headers: AddressObject | AddressObject[] | undefined): Mailbox[] {
  const found: Mailbox[] = [];
  const take = (entries: EmailAddress[]): void => {
    for (const { address, name, group } of entries) {
      if (found.length >= MOST) return;
      if (group) take(group.slice(0, MOST));
      else if (address || name) found.push(mailboxOf(address, name));
    }
  };
  for (const header of [headers ?? []].flat()) take(header.value.slice(0, MOST));
  return found;
}

/** Mailboxes of one address header's value: for values that stand alone, in a quoted block or a Slack file. */
export async function parseMailboxes(value: string): Promise<Mailbox[]> {
  const line = value.replace(/[\r\n]+/g, ' ').slice(0, 20_000);
  if (line.trim() === '') return [];
  const { from } = await simpleParser(Buffer.from(`From: ${line}\r\n\r\n`));
  return mailboxesOf(from);
}
