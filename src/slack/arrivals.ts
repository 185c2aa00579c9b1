import type { Arrival, Part, Place, Reporter, Route, ShownLink } from '../model.ts';
import { findLinks } from '../parse/links.ts';
import { partOfFile } from './files.ts';
import type { SlackAttachment, SlackFile, SlackMessage } from './payloads.ts';
import { type PostText, readMarkup, readPost } from './post-text.ts';

/** An arrival with the identities of its delivery: a second delivery shares at least one of them. */
export interface Arrived {
  arrival: Arrival;
  keys: string[];
}

export interface Surroundings {
  team: string;
  /** Our own user: its posts and mentions of it are no evidence. */
  bot: string;
  reportChannels: ReadonlySet<string>;
  /** Whether a text holds a phrase of a known lure: long words without a link count as evidence only then. */
  hasLure(text: string): boolean;
}

/** Subtypes that a person's post may have. Everything else (edits, joins, our own updates) is no report. */
const SUBTYPES = new Set([undefined, 'file_share', 'thread_broadcast']);

/** Long enough for a whole message without a link; below it words in a report channel are talk. */
const LONG = 200;
const LONG_IN_DM = 80;

/**
 * A message event → what was reported; `chatter` when somebody wrote words with nothing to check; undefined when it does
 * not concern us. The order of the rules is the order of trust: who wrote it, where, then what it holds.
 */
export function arrivalOfMessage(
  message: SlackMessage,
  eventId: string,
  around: Surroundings,
): Arrived | 'chatter' | undefined {
  const { channel, user, ts } = message;
  if (!channel || !user || user === around.bot) return undefined;
  const mail = mailsIn(message.files).length > 0;
  // Mail that the e-mail integration delivers is posted by USLACKBOT and looks like a bot's post; other bots never report.
  const integration = user === 'USLACKBOT' && mail;
  if (!integration && (message.bot_id !== undefined || !SUBTYPES.has(message.subtype))) return undefined;
  if (integration && !SUBTYPES.has(message.subtype) && message.subtype !== 'bot_message') return undefined;
  if (user === 'USLACKBOT' && !integration) return undefined;
  const dm = message.channel_type === 'im';
  if (!dm && !around.reportChannels.has(channel)) return undefined;

  const reply = message.thread_ts !== undefined && message.thread_ts !== ts;
  const brought = evidenceIn(message, around);
  // In a thread people talk about the report: only something new in hand is a report of its own.
  if (reply && message.files.length === 0 && (!dm || brought.parts.length === 0)) return undefined;
  if (brought.parts.length === 0) {
    if (!isEvidence(brought.words, dm, around)) return mentions(message, around) ? undefined : 'chatter';
    brought.parts.push(textPart(brought.words));
  } else if (brought.words.text) {
    brought.note = brought.words.text;
  }
  const route: Route = integration ? 'email' : dm ? 'dm' : 'channel';
  const address = integration ? mailsIn(message.files)[0]?.from[0]?.address : undefined;
  const reporter = { team: around.team, user, ...(address && { address }) };
  return arrived(brought, route, reporter, message, [`event:${eventId}`, postKey(message)]);
}

/**
 * A mention: its own content, or that of the thread's parent. `parent` is undefined outside a thread, or when it could
 * not be read. Undefined when there is nothing to check.
 */
export function arrivalOfMention(
  mention: SlackMessage,
  eventId: string,
  parent: SlackMessage | undefined,
  around: Surroundings,
): Arrived | undefined {
  if (!mention.channel || !mention.user || mention.bot_id !== undefined) return undefined;
  const reporter = { team: around.team, user: mention.user };
  const keys = [`event:${eventId}`, postKey(mention)];
  const own = evidenceIn(mention, around);
  // Outside a thread, whoever pastes a whole message behind our name means that message.
  if (own.parts.length === 0 && !parent && own.words.text.length >= LONG_IN_DM) {
    own.parts.push(textPart(own.words));
    own.words = NOTHING;
  }
  if (own.parts.length > 0) {
    if (own.words.text) own.note = own.words.text;
    return arrived(own, 'mention', reporter, mention, keys);
  }
  const picked = parent && pickedFrom(parent, around);
  if (!picked) return undefined;
  if (own.words.text) picked.note = own.words.text;
  const place = { channel: mention.channel, thread: mention.thread_ts ?? mention.ts };
  const source = { channel: mention.channel, ts: parent.ts };
  return { arrival: { reporter, route: 'mention', place, source, parts: picked.parts, note: picked.note }, keys };
}

/** True when a mention brings nothing of its own, so that the thread's parent has to be fetched. */
export function pointsAtParent(mention: SlackMessage, around: Surroundings): boolean {
  return (
    mention.thread_ts !== undefined &&
    mention.thread_ts !== mention.ts &&
    evidenceIn(mention, around).parts.length === 0
  );
}

/** "Report as suspicious" on a post: whatever it says is evidence. */
export function arrivalOfShortcut(
  message: SlackMessage,
  reporter: Reporter,
  channel: string,
  around: Surroundings,
): Arrived | undefined {
  const picked = pickedFrom(message, around);
  if (!picked) return undefined;
  // Not the post's own key: what one person posted, another may report.
  const keys = [`picked:${channel}:${message.ts}:${reporter.user}`];
  return arrived(picked, 'message-shortcut', reporter, { ...message, channel }, keys);
}

/** The report form. The answer goes to the reporter's direct messages. Undefined when it was left empty. */
export function arrivalOfForm(
  form: { text?: string; link?: string; files: SlackFile[]; why?: string },
  reporter: Reporter,
  viewId: string,
): Arrived | undefined {
  const parts: Part[] = form.files.map(partOfFile);
  const text = form.text?.trim() ?? '';
  const link = form.link?.trim() ?? '';
  if (text) parts.push(...(onlyLinks(readMarkup(text)) ?? [{ kind: 'text', text, links: [] } satisfies Part]));
  if (link) parts.push(...(onlyLinks(readMarkup(link)) ?? [{ kind: 'text', text: link, links: [] } satisfies Part]));
  if (parts.length === 0) return undefined;
  const note = form.why?.trim() || undefined;
  const place = { channel: reporter.user };
  return { arrival: { reporter, route: 'global-shortcut', place, parts, note }, keys: [`form:${viewId}`] };
}

interface Brought {
  parts: Part[];
  /** Words that are no part yet: a note, talk, or a text without links. */
  words: PostText;
  note?: string;
}

const NOTHING: PostText = { text: '', links: [], rest: '' };

/** Files, mails, forwarded posts and links of a post. Words beside them are left over as `words`. */
function evidenceIn(message: SlackMessage, around: Surroundings): Brought {
  const shared = message.attachments.filter(isShared);
  const parts: Part[] = [...message.files, ...shared.flatMap(({ files }) => files)].map(partOfFile);
  for (const attachment of shared) {
    const words = readPost(
      attachment.message_blocks.flatMap((post) => post.message.blocks),
      attachment.text ?? '',
    );
    if (words.text) parts.push(textPart(words, attachment.author_name));
  }
  const words = readPost(message.blocks, message.text.replaceAll(`<@${around.bot}>`, ' '));
  const links = onlyLinks(words);
  if (links) return { parts: [...parts, ...links], words: NOTHING };
  if (holdsLink(words) || looksLikeMail(words.text)) {
    return { parts: [...parts, textPart(words)], words: NOTHING };
  }
  return { parts, words };
}

/** A post that somebody picked out: all of it counts, an app's old-style attachments too. Nothing of our own posts. */
function pickedFrom(message: SlackMessage, around: Surroundings): Brought | undefined {
  if (message.user === around.bot) return undefined;
  const brought = evidenceIn(message, around);
  for (const attachment of message.attachments.filter((one) => !isShared(one))) {
    const words = readMarkup([attachment.title, attachment.text].filter(Boolean).join('\n'));
    const link = attachment.title_link ? [{ url: attachment.title_link, shown: attachment.title }] : [];
    if (words.text || link.length > 0) {
      brought.parts.push({
        kind: 'text',
        text: words.text,
        links: [...words.links, ...link],
        from: attachment.author_name,
      });
    }
  }
  if (brought.words.text) {
    if (brought.parts.length === 0) brought.parts.push(textPart(brought.words));
    else brought.note = brought.words.text;
  }
  return brought.parts.length > 0 ? brought : undefined;
}

function arrived(brought: Brought, route: Route, reporter: Reporter, message: SlackMessage, keys: string[]): Arrived {
  const channel = message.channel ?? '';
  const place: Place = { channel, thread: message.thread_ts ?? message.ts };
  const source = { channel, ts: message.ts };
  return { arrival: { reporter, route, place, source, parts: brought.parts, note: brought.note }, keys };
}

const postKey = ({ channel, ts }: SlackMessage): string => `post:${channel}:${ts}`;
const isShared = ({ is_share, is_msg_unfurl, message_blocks, files }: SlackAttachment): boolean =>
  Boolean(is_share || (is_msg_unfurl && (message_blocks.length > 0 || files.length > 0)));
const mailsIn = (files: SlackFile[]): SlackFile[] =>
  files.filter(({ mode, filetype }) => mode === 'email' || filetype === 'email');
const mentions = ({ text }: SlackMessage, { bot }: Surroundings): boolean => text.includes(`<@${bot}>`);
const textPart = ({ text, links }: PostText, from?: string): Part => ({
  kind: 'text',
  text,
  links,
  ...(from && { from }),
});

/** When there is nothing but links, each of them is reported as such; undefined when there are words as well. */
function onlyLinks({ links, rest }: PostText): Part[] | undefined {
  const found = findLinks(rest).urls;
  if (links.length + found.length === 0) return undefined;
  let left = rest;
  for (const { original } of found) left = left.replace(original, ' ');
  if (/[\p{L}\p{N}]/u.test(left)) return undefined;
  const all: ShownLink[] = [...links, ...found.map(({ url }) => ({ url }))];
  return all.map(({ url, shown }) => ({ kind: 'link', url, ...(shown && { shown }) }));
}

function holdsLink({ links, rest }: PostText): boolean {
  return links.length > 0 || findLinks(rest).urls.length > 0;
}

/** Words alone: pasted source, a forwarded block, or a text as long as a whole message. */
function isEvidence({ text }: PostText, dm: boolean, around: Surroundings): boolean {
  if (dm) return text.length >= LONG_IN_DM || (text.length >= LONG_IN_DM / 2 && /\S\s*\n\s*\S/.test(text));
  return text.length >= LONG && around.hasLure(text);
}

const HEADER_LINE =
  /^[>\s]{0,6}\*{0,2}(?:from|to|cc|subject|date|sent|received|return-path|reply-to|message-id|mime-version|content-type|delivered-to|von|an|betreff|gesendet|de|à|objet|发件人|收件人|主题|发送时间|寄件者|收件者|主旨)\*{0,2}\s?[:：]/gimu;
const FORWARDED =
  /-{5,}\s{0,5}(?:forwarded message|original message|原始邮件|转发邮件|原始郵件)|begin forwarded message:/i;

/** Raw source or a forward pasted as text: at least three header lines, or a forwarding client's own mark. */
function looksLikeMail(text: string): boolean {
  return FORWARDED.test(text) || [...text.slice(0, 20_000).matchAll(HEADER_LINE)].length >= 3;
}
