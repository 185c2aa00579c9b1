import ipaddr from 'ipaddr.js';
import { parse } from 'tldts';
import type { Spot } from '../model.ts';

/**
 * The one door for attacker text on its way into Slack.
 *
 * Slack turns text into links, mentions, formatting and fetches of its own accord, so whatever came from a report is
 * made inert here: nothing clickable, nobody mentioned, nothing formatted, no line or direction changed. The blocks
 * accept only what came through this file (`blocks/kit.ts`), and the compiler holds them to it.
 *
 * Dots between words become `[.]`, at-signs `[@]`, schemes `hxxp` or `[:]`: the marks that analysts' tools undo.
 */

declare const door: unique symbol;
/** For Slack's mrkdwn: `text` of a post, section and context text. */
export type Inert = string & { readonly [door]: 'mrkdwn' };
/** For plain_text and rich_text, where `&lt;` would be shown as it stands. */
export type InertPlain = string & { readonly [door]: 'plain' };

/** How many UTF-16 units a value may have when nobody says otherwise. Slack counts no more strictly than that. */
const LIMIT = 300;

/** Attacker text for mrkdwn, at most `limit` UTF-16 units after escaping, cut between graphemes with `…`. */
export function inert(value: string, limit = LIMIT): Inert {
  return visible(cut(defang(value.slice(0, rawLimit(limit))), limit, escapeMrkdwn)) as Inert;
}

/** Attacker text for plain_text and rich_text elements. */
export function inertPlain(value: string, limit = LIMIT): InertPlain {
  return visible(cut(defang(value.slice(0, rawLimit(limit))), limit, escapePlain)) as InertPlain;
}

/** Our own words around values for mrkdwn. The words are literals: a template cannot be handed attacker text. */
export function mrkdwn(words: TemplateStringsArray, ...values: (Inert | number)[]): Inert {
  return String.raw({ raw: words }, ...values) as Inert;
}

/** Our own words around values for plain_text and rich_text. */
export function plain(words: TemplateStringsArray, ...values: (InertPlain | number)[]): InertPlain {
  return String.raw({ raw: words }, ...values) as InertPlain;
}

/** Joins what is inert already. */
export function join<T extends Inert | InertPlain>(pieces: T[], separator: '\n' | ' ' | ', ' | '' | '\n\n'): T {
  return pieces.join(separator) as T;
}

/** A mention of a user by the id that Slack gave us. Anything that is no user id comes out as inert text. */
export function mention(user: string): Inert {
  return (/^[UW][A-Z0-9]{2,20}$/.test(user) ? `<@${user}>` : inert(user)) as Inert;
}

/**
 * A link into our own workspace, made of ids that Slack gave us: the only clickable thing that we ever write. Undefined
 * when an id is not what Slack's ids look like. `workspace` ends in a slash.
 */
export function permalink(workspace: string, { channel, ts }: Spot, label: Inert): Inert | undefined {
  if (!/^https?:\/\/[\w.:-]+\/$/.test(workspace)) return undefined;
  if (!/^[CGD][A-Z0-9]{2,20}$/.test(channel) || !/^\d{1,12}\.\d{1,8}$/.test(ts)) return undefined;
  return `<${workspace}archives/${channel}/p${ts.replace('.', '')}|${label}>` as Inert;
}

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

const MRKDWN: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '*': '∗',
  _: 'ˍ',
  '~': '∼',
  '`': 'ˋ',
};

function escapeMrkdwn(grapheme: string): string {
  return grapheme.replace(/[&<>*_~`]/g, (found) => MRKDWN[found] as string);
}

/** Plain text knows no markup, yet clients have been seen to read `<!…>` in it: the brackets become look-alikes. */
function escapePlain(grapheme: string): string {
  return grapheme.replace(/</g, '‹').replace(/>/g, '›');
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A value of nothing, or of nothing visible, still shows: Slack refuses empty texts, and the whole answer with them. */
function visible(shown: string): string {
  return shown === '' ? '?' : shown;
}

function rawLimit(limit: number): number {
  return limit * 4 + 64;
}

/** Escapes and cuts together, so that neither an escape nor a bracketed dot is cut in two. */
function cut(text: string, limit: number, safe: (grapheme: string) => string): string {
  const calm = text.replace(/:(?=[0-9_+'-]{0,50}[a-z][a-z0-9_+'-]{0,100}:)/gi, '꞉');
  let out = '';
  for (const { segment } of graphemes.segment(calm)) {
    const piece = safe(segment);
    if (out.length + piece.length > limit) return `${trimToFit(out, limit)}…`;
    out += piece;
  }
  return out;
}

function trimToFit(out: string, limit: number): string {
  let kept = out;
  if (kept.length > limit - 1) {
    const last = [...graphemes.segment(kept.slice(-40))].at(-1)?.segment ?? '';
    kept = /&(amp|lt|gt);$/.test(kept) ? kept.replace(/&(amp|lt|gt);$/, '') : kept.slice(0, kept.length - last.length);
  }
  // A name that is cut short may end like a domain: `plan.docx` as `plan.do`.
  return kept.replace(/(?:\[[.@:]?|[\s:.])+$/, '').replace(/[.。．｡․﹒][\p{L}\p{M}\p{N}_-]{0,40}$/u, '');
}
