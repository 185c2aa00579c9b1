import ipaddr from 'ipaddr.js';
import { parse } from 'tldts';

/**
 * Takes the teeth out of attacker text for every shell: what a chat, a terminal or a page could make clickable is bracketed,
 * what could move the reader's eye elsewhere is gone. Escaping for its own medium is each shell's part.
 */

/**
 * The text with everything defanged and flattened to one line, nothing escaped yet. Text that is defanged already stays
 * as it is: `defang(defang(x)) === defang(x)`.
 */
export function defang(value: string): string {
  let text = flatten(value);
  text = text.replace(/(?<![\]\w:.])[0-9a-f:.]{2,45}/gi, (run) => (isIpv6(run) ? run.replaceAll(':', '[:]') : run));
  text = text.replace(/http(s?)(?=\s*[:：﹕︓])/giu, 'hxxp$1');
  text = text.replace(/[：﹕︓](?=[/／\\]{2})/gu, ':');
  text = text.replace(SCHEME, (whole, name: string) => (/hxxps?$/i.test(name) ? whole : `${name}[:]`));
  text = text.replace(/(?<!hxxps?):(?=\/\/)/giu, '[:]');
  text = text.replace(/(?<!\[)[@＠﹫](?!\])|(?<=\[)[@＠﹫](?!\])|(?<!\[)[@＠﹫](?=\])/gu, '[@]');
  return text.replace(DOT, (whole, before: string, _dot: string, offset: number) => {
    return bitesAt(text, offset + before.length) ? `${before}[.]` : whole;
  });
}

/** A word, a colon and something directly behind it: `mailto:a`, `javascript:x`, `ftp://x`, `tel:5`; not `host:8080`. */
const SCHEME =
  /([a-z][a-z0-9+-]{1,40}):(?=$|[^\s\]0-9]|(?<=(?:tel|sms|fax|callto|sip|data|geo|javascript|file|skype|mailto|slack|ftp|xmpp|bitcoin|whatsapp):)[0-9])/giu;

/** Anything that a browser takes for a dot, with a label behind it and neither blank nor our bracket before it. */
const DOT = /([^\s[])([.。．｡․﹒])(?=[\p{L}\p{M}\p{N}\p{So}_%-])/gu;

/** File name endings that are no top-level domain: `invoice.pdf` may be shown as people know it. */
const FILE_ENDINGS = new Set(
  (
    '7z bat bin bmp cfg chm cmd csv dat dll dmg doc docm docx dot dotm eml exe gif gz heic hta htm html ics img iso jar jpeg ' +
    'jpg js jse json lnk log mht mhtml msg msi ods odt one pdf png ppt pptm pptx ps1 rar rtf scr svg tar tif tiff ' +
    'tmp txt url vbe vbs vhd vhdx wav webp wsf xhtml xla xlam xll xls xlsb xlsm xlsx xml yaml'
  )
    .split(' ')
    .filter((ending) => !parse(`a.${ending}`).isIcann),
);

const LABEL = /[\p{L}\p{M}\p{N}\p{So}_-]{1,64}/uy;
const RUN_BEFORE = /[\p{L}\p{M}\p{N}_.-]{1,64}$/u;

/** Whether the dot at `at` could join a domain or an address. When in doubt it could. */
function bitesAt(text: string, at: number): boolean {
  LABEL.lastIndex = at + 1;
  const label = (LABEL.exec(text)?.[0] ?? '').toLowerCase();
  const next = text[at + 1 + label.length] ?? '';
  const before = text.slice(Math.max(0, at - 64), at);
  if (/[。｡]/u.test(text[at] ?? '')) {
    // An ideographic full stop ends most Chinese and Japanese sentences; it bites next to Latin letters and endings.
    return /[a-z0-9-]$/i.test(before) || /^[a-z0-9]/.test(label) || beginsWithEnding(label);
  }
  const word = (RUN_BEFORE.exec(before)?.[0] ?? '').toLowerCase();
  if (/(^|\.)www$/.test(word)) return true;
  if (FILE_ENDINGS.has(label)) return /[:/@]/.test(next);
  if (label.length === 1 && !/[0-9]/.test(label)) return false; // e.g., U.S.: no ending has one letter
  // Numbers: 3.5 GB and 24.11.2026 stay, four in a row are an IP address.
  if (!/^[0-9]/.test(label) || !/[0-9]$/.test(word)) return true;
  return /(?:^|[^0-9])[0-9]{1,20}(?:\.[0-9]{1,20}){3}/.test(`${word}.${text.slice(at + 1, at + 64)}`);
}

/** `中国` and what begins with it: where a label ends is unclear in a script without blanks. */
function beginsWithEnding(label: string): boolean {
  for (let length = 1; length <= Math.min(8, label.length); length += 1) {
    if (parse(`a.${label.slice(0, length)}`).isIcann) return true;
  }
  return false;
}

function isIpv6(run: string): boolean {
  return run.split(':').length > 2 && /[0-9a-f]/i.test(run) && ipaddr.IPv6.isValid(run);
}

/** One line of visible characters: control, direction and invisible characters out, towers of accents shortened. */
function flatten(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\s\u0085\u2028\u2029\u2800]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/(\p{M}{3})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
}
