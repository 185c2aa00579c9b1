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
export function mailboxesOf(headers: AddressObject | AddressObject[] | undefined): Mailbox[] {
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
  return (await parseMailboxLists([value]))[0] ?? [];
}

/**
 * The same for many values at once: each run of mailparser costs as much as reading a short mail. Return-Path is the
 * one address header of which it keeps every line, in their order.
 */
export async function parseMailboxLists(values: string[]): Promise<Mailbox[][]> {
  const lines = values.map((value) => value.replace(/[\r\n]+/g, ' ').slice(0, 20_000));
  const given = lines.filter((line) => line.trim() !== '');
  if (given.length === 0) return values.map(() => []);
  const source = given.map((line) => `Return-Path: ${line}\r\n`).join('');
  const { headers } = await simpleParser(Buffer.from(`${source}\r\n`));
  const found = [headers?.get('return-path') ?? []].flat() as AddressObject[];
  const lists = found.values();
  return lines.map((line) => (line.trim() === '' ? [] : mailboxesOf(lists.next().value)));
}

/**
 * A sender whose name holds a comma without quotes falls into two by the rules (`Okafor, Grace <grace@…>`), and the first
 * of them has no address. Every client shows one sender: so do we.
 */
export function joinNames(boxes: Mailbox[]): Mailbox[] {
  const joined: Mailbox[] = [];
  let names: string[] = [];
  for (const box of boxes) {
    if (box.address === '') {
      names.push(box.name);
      continue;
    }
    const name = [...names, box.name].filter((part, at, all) => part !== '' && all.indexOf(part) === at).join(', ');
    joined.push({ ...box, name: name.slice(0, 500) });
    names = [];
  }
  return names.length > 0 ? [...joined, ...names.map((name) => mailboxOf('', name))] : joined;
}
