import { defang } from '../defang.ts';
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
