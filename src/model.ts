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

// ---------------------------------------------------------------- what parsing finds

/** `address` and `domain` are lower case; both are `''` when the header carried only a name. */
export interface Mailbox {
  address: string;
  domain: string;
  name: string;
}

/** One header line as received: name in lower case, value unfolded. Order and duplicates are kept. */
export interface Header {
  name: string;
  value: string;
}

/** One method of one Authentication-Results header. Trust it only when `authserv` is one of ours. */
export interface AuthenticationResult {
  authserv: string;
  method: 'spf' | 'dkim' | 'dmarc';
  result: string;
  domain?: string;
}

export interface Form {
  action: string;
  asksPassword: boolean;
}

export interface Message {
  /** Unique within the evidence; links and attachments refer to it. */
  id: string;
  /**
   * How we came to see it: `raw` source with its headers; `slack-mail` (few headers); `quoted`: an original quoted
   * inline in a forward (only what the forwarding client printed); `pasted`: a text without any header.
   */
  form: 'raw' | 'slack-mail' | 'quoted' | 'pasted';
  /** The colleague who forwarded it, where it came in a forward. Never accused. */
  forwardedBy?: Mailbox;
  headers: Header[];
  /** What a mail client would show as the sender. */
  from?: Mailbox;
  /** Every mailbox of every From header: an honest mail has one. */
  senders: Mailbox[];
  replyTo: Mailbox[];
  to: Mailbox[];
  cc: Mailbox[];
  returnPath?: Mailbox;
  subject: string;
  /** ISO 8601, where it could be read. */
  sentAt?: string;
  messageId?: string;
  /** True when In-Reply-To or References name an earlier mail. */
  isReply: boolean;
  /** What a reader sees, markup removed. */
  text: string;
  /** What the markup hides from the reader. */
  hiddenText: string;
  forms: Form[];
  /** Pictures that the body shows, and whether there is hardly any text beside them. */
  pictures: number;
  authentication: AuthenticationResult[];
}

/** The pieces of a URL, computed once. All lower case but path, query, fragment and userinfo. */
export interface UrlParts {
  /** Without the colon. */
  scheme: string;
  /** ASCII (punycode) form, as a browser would resolve it; `''` for schemes without a host. */
  host: string;
  /** Unicode form of the host, for people. */
  unicodeHost: string;
  port: string;
  path: string;
  query: string;
  fragment: string;
  userinfo: string;
  /** Registrable domain by the ICANN part of the public suffix list: `github.io` for `x.github.io`; `''` for IPs. */
  domain: string;
  /** Registrable domain with private suffixes: `x.github.io`. Two sites on one shared host differ here. */
  site: string;
  suffix: string;
  isIp: boolean;
}

export interface Link {
  id: string;
  /** Where it lies: ids of a message and an attachment, or neither for a link reported alone. */
  message?: string;
  attachment?: string;
  source: 'reported' | 'text' | 'subject' | 'anchor' | 'image' | 'form' | 'redirect' | 'document' | 'qr';
  /** Where it goes: refanged, rewriters decoded. */
  url: string;
  parts: UrlParts;
  /** The words on it. */
  shown?: string;
  /** As it stood in the specimen, where that differs from `url`. */
  original?: string;
  /** Names of the link rewriters decoded, outermost first. */
  rewriters: string[];
}

/** What a look into a file told. A closed list: checks switch on it. */
export type Trait =
  | 'encrypted'
  | 'macro'
  | 'macro-auto-open'
  | 'macro-runs-programs'
  | 'excel4-macro'
  | 'remote-template'
  | 'external-object'
  | 'pdf-javascript'
  | 'pdf-launch'
  | 'html-script'
  | 'html-password-form'
  | 'html-builds-file';

export interface ArchiveEntry {
  name: string;
  size: number;
  encrypted: boolean;
}

export interface Attachment {
  id: string;
  message?: string;
  /** As sent: hostile, may hold path parts, control and direction characters. */
  name: string;
  /** Last extension of the name as an operating system would read it: lower case, no dot. */
  extension: string;
  declaredType: string;
  /** By magic bytes: `pdf`, `zip`, `exe`, `docx`, `html`, …; `''` when unknown. */
  type: string;
  size: number;
  sha256: string;
  inline: boolean;
  /** What an archive lists, nested archives flattened as `outer.zip/inner.exe`. */
  entries: ArchiveEntry[];
  traits: Trait[];
  /** Readable content for the checks (HTML source, PDF text, macro source), cut at 64 kB. */
  content: string;
}

export interface Observable {
  kind: 'url' | 'domain' | 'address' | 'ip' | 'sha256';
  /** Normalised: see `parse/observables.ts`. */
  value: string;
}

export interface Indicator {
  feed: string;
  /** The listed value that matched (a listed domain may match a URL's host). */
  matched: string;
  kind: Observable['kind'];
  listedAt: string;
  note?: string;
}

export interface Opinion {
  provider: string;
  level: 'malicious' | 'suspicious' | 'harmless' | 'unknown';
  detail?: string;
}

export interface Sighting {
  observable: Observable;
  indicators: Indicator[];
  opinions: Opinion[];
}

export interface Gap {
  what: 'mail' | 'file' | 'attachment' | 'picture' | 'link' | 'authentication' | 'list' | 'report';
  why:
    | 'timeout'
    | 'error'
    | 'encrypted'
    | 'too-large'
    | 'too-many'
    | 'unreadable'
    | 'unsupported'
    | 'no-access'
    | 'not-configured'
    | 'missing';
  /** A name to say it by: a file's name, a service. Attacker text. */
  name?: string;
  /** True when the lure itself could hide in what was not seen: then `no-signs` must not be said. */
  blinding: boolean;
}

/** What parsing found. Plain data, safe to store and to judge again. */
export interface Evidence {
  messages: Message[];
  links: Link[];
  attachments: Attachment[];
  observables: Observable[];
  gaps: Gap[];
}

// ---------------------------------------------------------------- what lurecheck knows

export interface Brand {
  id: string;
  /** As people write it, in every script that it uses. */
  names: string[];
  /** Registrable domains that it really uses. */
  domains: string[];
  kind:
    | 'mail'
    | 'bank'
    | 'parcel'
    | 'shop'
    | 'government'
    | 'health'
    | 'telecom'
    | 'payment'
    | 'crypto'
    | 'social'
    | 'software'
    | 'other';
}

export interface Organisation {
  /** Registrable domains that are the organisation's own. */
  domains: string[];
  names: string[];
  /** People whose name is worth faking. */
  vips: { name: string; addresses: string[] }[];
  /** Servers whose Authentication-Results may be believed. */
  authservIds: string[];
}

export type Theme =
  | 'credential'
  | 'account-problem'
  | 'payment'
  | 'bank-change'
  | 'invoice'
  | 'gift-card'
  | 'parcel'
  | 'shared-document'
  | 'voicemail'
  | 'health'
  | 'authority'
  | 'tax'
  | 'extortion'
  | 'callback'
  | 'prize'
  | 'advance-fee'
  | 'job'
  | 'enable-content'
  | 'file-password'
  | 'urgency'
  | 'secrecy'
  | 'call-to-action';

/** Phrases by theme, one language. */
export interface LureList {
  language: string;
  themes: Partial<Record<Theme, string[]>>;
}

/** Lists of facts, loaded once by `data/load.ts` and passed to the checks. Domains are registrable and lower case. */
export interface Lists {
  brands: Brand[];
  shorteners: ReadonlySet<string>;
  freeMail: ReadonlySet<string>;
  disposableMail: ReadonlySet<string>;
  fileHosts: ReadonlySet<string>;
  /** Hosts under which anyone gets a subdomain: `pages.dev`, `web.app`. */
  siteHosts: ReadonlySet<string>;
  formBuilders: ReadonlySet<string>;
  /** Services that send mail for others and count its clicks: their links say nothing of the sender. */
  mailServices: ReadonlySet<string>;
  /** Top-level domains with an uncommon share of abuse. */
  riskyEndings: ReadonlySet<string>;
  executables: ReadonlySet<string>;
  scripts: ReadonlySet<string>;
  diskImages: ReadonlySet<string>;
  archives: ReadonlySet<string>;
  macroDocuments: ReadonlySet<string>;
  /** Well-known domains → rank from 1. */
  popular: ReadonlyMap<string, number>;
  lures: LureList[];
}

/** What checks may know beside the evidence. */
export interface Knowledge {
  organisation: Organisation;
  lists: Lists;
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

export interface Verdict {
  risk: Risk;
  /** Sum of the capped groups, rounded to a tenth. */
  score: number;
  /** Strongest first, at most one a check. */
  findings: Finding[];
  gaps: Gap[];
  /** How many checks had something to look at. */
  ran: number;
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
}

export const DECISIONS = ['phishing', 'malware', 'fraud', 'spam', 'legitimate', 'simulation', 'inconclusive'] as const;
export type DecisionKind = (typeof DECISIONS)[number];
