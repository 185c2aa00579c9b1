/**
 * Every noun of lurecheck. Read this first, then `assess.ts`.
 *
 * Glossary: one meaning each, everywhere in code, tests, documents and output.
 * - **report**: what one person handed in at one time. It carries one or more specimens.
 * - **specimen**: one thing in a report: a mail, a Slack e-mail file, a text, a file, a link.
 * - **message**: an e-mail (or a text that stands for one: an SMS, a chat post). Never a Slack post of ours.
 * - **evidence**: what parsing found in the specimens. Plain data.
 * - **observable**: something *seen* in the evidence: a URL, a domain, an address, a file hash.
 * - **indicator**: something *listed*: an entry of a feed or of the organisation's own list.
 * - **sighting**: an observable together with the indicators and opinions that match it.
 * - **gap**: what could not be looked at, and why. Always said, never skipped in silence.
 * - **check**: a pure function that may return one finding about one unit (message, link, attachment, sighting).
 * - **finding**: what one check saw: its name, its points, and the values that its sentence names.
 * - **verdict**: the machine's word: risk, score, findings, gaps.
 * - **decision**: a person's word on a case. It outranks the verdict.
 * - **case**: one suspicious thing and everybody who reported it.
 * - **escalation**: the case's card in the security channel.
 * - **campaign**: several cases that are one attack.
 * - **reporter** reports; **reviewer** (analyst) claims and decides.
 * - **arrival**: what Slack delivered, before files were downloaded. It becomes a report.
 * - **lure**: what the message tries to make a person do. **theme**: the story that it tells to get there.
 */

import type { Evidence, Gap, Sighting } from './evidence.ts';

export type * from './evidence.ts';
export type * from './knowledge.ts';

// ---------------------------------------------------------------- what a person hands in

/**
 * Who handed it in: Slack ids; `locale` as Slack gives it (`zh-CN`), where known. Mail that reached a channel's address is
 * posted by Slack itself: `address` then says who sent it there, by the mail's own word.
 */
export interface Reporter {
  team: string;
  user: string;
  address?: string;
  locale?: string;
}

/** Where the reporter expects the answer: a channel (or a user id, which Slack opens as a DM) and a thread in it. */
export interface Place {
  channel: string;
  thread?: string;
}

/** A post of ours in Slack: what `chat.update` needs. */
export interface Spot {
  channel: string;
  ts: string;
}

export type Route =
  | 'email' // Slack's e-mail integration
  | 'channel' // posted in a report channel
  | 'dm'
  | 'mention'
  | 'message-shortcut'
  | 'global-shortcut'
  | 'command'
  | 'cli';

/** A link as a person was shown it: where it goes, and the words on it where those differ. */
export interface ShownLink {
  url: string;
  shown?: string;
}

/** An address with its display name as Slack's mail file gives it. */
export interface SlackMailAddress {
  address: string;
  name?: string;
}

/**
 * The fields of a Slack file of mode `email` that we use. It has no Received, Authentication-Results, DKIM or SPF
 * headers, so authentication can never be judged from it.
 */
export interface SlackMail {
  id: string;
  subject?: string;
  from: SlackMailAddress[];
  to: SlackMailAddress[];
  cc: SlackMailAddress[];
  plainText?: string;
  headers: { date?: string; inReplyTo?: string; replyTo?: string; messageId?: string };
  /** Names of the attachments that Slack lists; their bytes only where they could be downloaded. */
  attachments: { name: string; size?: number; type?: string; bytes?: Uint8Array }[];
  /** True when Slack says there were more attachments than it lists. */
  moreAttachments?: boolean;
}

export type Specimen =
  | { kind: 'mail'; bytes: Uint8Array; name?: string } // .eml, .msg, pasted source
  | { kind: 'slack-mail'; mail: SlackMail; html?: string }
  | { kind: 'text'; text: string; links: ShownLink[]; from?: string } // pasted text, a Slack post, an inline forward
  | { kind: 'file'; bytes: Uint8Array; name: string } // PDF, picture, document, archive
  | { kind: 'link'; url: string; shown?: string };

/** A file that Slack holds and that the job downloads. `url` and `size` may be missing for Slack Connect stubs. */
export interface FileRef {
  id: string;
  name: string;
  url?: string;
  size?: number;
  mimetype?: string;
}

/** One thing that arrived. Plain JSON: it is stored before any work starts. */
export type Part =
  | { kind: 'file'; file: FileRef }
  | { kind: 'slack-mail'; mail: SlackMail; html?: FileRef; attachments: FileRef[] }
  | { kind: 'text'; text: string; links: ShownLink[]; from?: string }
  | { kind: 'link'; url: string; shown?: string };

/** What Slack delivered. `note` is the reporter's own comment: shown to analysts, never evidence. */
export interface Arrival {
  reporter: Reporter;
  route: Route;
  place: Place;
  /** The Slack post that holds the reported thing, for the analysts' link to it. */
  source?: Spot;
  parts: Part[];
  note?: string;
}

/** A stored arrival. */
export interface Report extends Arrival {
  id: string;
  receivedAt: Date;
  /** The case that it belongs to, once known. */
  caseId?: string;
  /** Our post in the reporter's thread ("Thanks, checking…", which becomes the answer). */
  spot?: Spot;
}

// ---------------------------------------------------------------- what lurecheck says

export type Group = 'sender' | 'link' | 'content' | 'attachment' | 'indicator';

export interface Finding {
  check: string;
  group: Group;
  points: number;
  /** The values that the check's sentence names. Attacker text. */
  data: Record<string, string>;
  decisive: boolean;
}

export type Risk = 'high' | 'suspicious' | 'no-signs' | 'unchecked';

/** A source that knows something bad of what was reported. */
export interface Knower {
  kind: 'own' | 'list' | 'service';
  /** Of a list or service, as people know it. */
  name: string;
  /** It only has doubts, or stands alone with its warning. */
  doubts?: true;
  /** What its terms want beside its name. */
  credit?: string;
}

export interface Verdict {
  risk: Risk;
  /** Sum of the capped groups, rounded to a tenth; with a decisive finding at least the threshold of high. */
  score: number;
  /** Strongest first, at most one a check. */
  findings: Finding[];
  gaps: Gap[];
  /** How many checks had something to look at. */
  ran: number;
  /** Who knows it, each once: the own list, then the lists of others, then services. Missing where nobody does. */
  knownTo?: Knower[];
}

/** Points and thresholds: `data/scoring.json`. */
export interface Scoring {
  thresholds: { suspicious: number; high: number };
  caps: Record<Group, number>;
  /** By check id; a check that is not named counts its own prior. */
  points: Record<string, number>;
}

export interface Assessment {
  evidence: Evidence;
  sightings: Sighting[];
  verdict: Verdict;
  /** What was asked of the DNS for it, each once: `TXT _dmarc.bank.example`. */
  lookups?: string[];
  /** The lists and services that were asked what they know of it, and could answer; the own list is not counted. */
  asked?: string[];
}

export const DECISIONS = ['phishing', 'malware', 'fraud', 'spam', 'legitimate', 'simulation', 'inconclusive'] as const;
export type DecisionKind = (typeof DECISIONS)[number];
