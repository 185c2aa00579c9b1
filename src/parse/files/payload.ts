import { findLinks } from '../links.ts';
import type { FileLink, Look } from './file-content.ts';

/** What telephones do with a code that is no web link. Facts: EMVCo QR, EPC069-12, Swiss QR bill, ZXing's barcode contents. */
const KINDS: [name: string, sign: RegExp][] = [
  // EMV merchant codes (Pix, PromptPay, UPI in Asia): length-prefixed fields, the checksum field 63 last.
  ['payment order', /^000201(?:\d{2}){0,3}[\s\S]{8,}6304[0-9A-F]{4}$/i],
  ['payment order', /^BCD\s{1,2}00[12]\s/],
  ['payment order', /^SPC\s{1,2}0[12]\d\d\s/],
  ['payment order', /^(?:upi|alipays?|wxp|spd|bankident|swish|bezahlcode|bank):(?:\/\/)?|^SPD\*\d/i],
  [
    'payment to a crypto wallet',
    /^(?:bitcoin|bitcoincash|ethereum|litecoin|dogecoin|monero|tron|solana|lightning|ripple):/i,
  ],
  ['access to a wireless network', /^WIFI:/i],
  ['contact card', /^(?:BEGIN:VCARD|MECARD:|BIZCARD:)/i],
  ['calendar entry', /^BEGIN:V(?:EVENT|CALENDAR)/i],
  ['key for sign-in codes', /^otpauth(?:-migration)?:/i],
  ['place on a map', /^geo:/i],
  ['telephone call', /^(?:tel|callto|facetime):/i],
  ['text message', /^(?:sms|smsto|mms|mmsto):/i],
  ['mail to write', /^(?:mailto|MATMSG|SMTP):/i],
];

/** What a code says that is no web link, in a word; undefined for links and for mere text. */
function kindOfPayload(text: string): string | undefined {
  return KINDS.find(([, sign]) => sign.test(text))?.[0];
}

/**
 * Takes over what codes say. Addresses that a telephone opens become links; a payment or a contact card is named as what
 * it is, and the addresses written in it are no more than an address in any text.
 */
export function keepPayloads(payloads: readonly string[], look: Look): void {
  for (const payload of payloads) {
    const text = payload.trim();
    const kind = kindOfPayload(text);
    look.content.push(kind === undefined ? text : `[QR: ${kind}] ${text}`);
    look.links.push(...linksOfPayload(text));
  }
}

/** The links of a code. A payment has none: `…0014BR.GOV.BCB.PIX…` is no site. */
export function linksOfPayload(payload: string): FileLink[] {
  const text = payload.trim();
  const kind = kindOfPayload(text);
  if (kind === 'contact card' || kind === 'calendar entry' || kind === 'text message') {
    return findLinks(text).urls.map(({ url }) => ({ url, source: 'document' }));
  }
  if (kind !== undefined) return [];
  const bookmark = /^(?:MEBKM:[\s\S]{0,300}?URL:|URL(?:TO)?:)([^;\s]{4,2000})/i
    .exec(text)?.[1]
    ?.replace(/\\([:;,])/g, '$1');
  const address = bookmark ?? text;
  if (/^[a-z][a-z0-9+.-]{1,20}:\/\/\S{3,}$/i.test(address)) return [{ url: address, source: 'qr' }];
  // Telephones open a bare domain too.
  return findLinks(address).urls.map(({ url }) => ({ url, source: 'qr' }));
}
