import { generateKeyPairSync } from 'node:crypto';
import { dkimSign, sealMessage } from 'mailauth';
import { type Answer, dnsError, type Lookup } from '../../src/intel/dns.ts';

/** Mails signed with keys made here, and the zones that publish them. Reserved names only. */

export interface Key {
  privateKey: string;
  /** The TXT record of its selector. */
  record: string;
}

export function makeKey(bits = 2048): Key {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    record: `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`,
  };
}

export const HOP =
  'Received: from out.bank.example (out.bank.example [198.51.100.7]) by mx.hospital.example with ESMTPS id 1; Mon, 2 Feb 2026 10:00:01 +0000';
export const RETURN = 'Return-Path: <bounce@bank.example>';

/** A mail of the bank, lines ended by CR LF. `top` stands above what is signed, as servers add it. */
export function mail(parts: { top?: string[]; headers?: string[]; body?: string } = {}): string {
  const headers = parts.headers ?? [
    'From: Bank <service@bank.example>',
    'To: ward@hospital.example',
    'Subject: Your statement',
    'Date: Mon, 2 Feb 2026 10:00:00 +0000',
    'Message-ID: <1@bank.example>',
  ];
  return [...(parts.top ?? []), ...headers, '', parts.body ?? 'Your statement is ready.\r\nThe bank\r\n'].join('\r\n');
}

/** The same mail with a signature on top. */
export async function sign(
  text: string,
  key: Key,
  options: { domain?: string; expires?: Date; maxBodyLength?: number; headerList?: string } = {},
): Promise<string> {
  const { domain = 'bank.example', maxBodyLength, ...rest } = options;
  const signature = { signingDomain: domain, selector: 's1', privateKey: key.privateKey, maxBodyLength };
  const signed = await dkimSign(text, {
    canonicalization: 'relaxed/relaxed',
    signTime: new Date('2026-02-02T10:00:00Z'),
    ...rest,
    signatureData: [signature],
  } as Parameters<typeof dkimSign>[1]);
  if (signed.signatures === '') throw new Error(`not signed: ${JSON.stringify(signed.errors)}`);
  return `${signed.signatures.replace(/\r?\n$/, '')}\r\n${text}`;
}

/** The same mail with an ARC set on top, as a gateway adds it. */
export async function seal(text: string, key: Key, domain: string, authResults: string): Promise<string> {
  const headers = await sealMessage(Buffer.from(text), {
    signingDomain: domain,
    selector: 's1',
    privateKey: key.privateKey,
    cv: 'none',
    authResults,
  });
  return `${headers.toString()}${text}`;
}

/** A DNS of `TXT name` → records. What it does not hold does not exist; a string that begins with `!` is a code of trouble. */
export function zone(records: Record<string, string | string[]>): Lookup & { asked: string[] } {
  const asked: string[] = [];
  const lookup = async (name: string, rr: string): Promise<Answer> => {
    asked.push(`${rr} ${name}`);
    const found = records[`${rr} ${name}`];
    if (found === undefined) throw dnsError('ENOTFOUND', name);
    const list = [found].flat();
    if (list[0]?.startsWith('!')) throw dnsError(list[0].slice(1), name);
    if (rr === 'MX') return list.map((exchange, priority) => ({ exchange, priority }));
    return rr === 'TXT' ? list.map((text) => [text]) : list;
  };
  return Object.assign(lookup, { asked });
}
