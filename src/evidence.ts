/** What parsing finds: plain data, and what is known of it. The words are explained in `model.ts`, which is the door to these types. */

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

/**
 * One method of one Authentication-Results header, or of our own look at the mail. Trust it only when `authserv` is one of
 * ours or `verified` is set.
 */
export interface AuthenticationResult {
  authserv: string;
  method: 'spf' | 'dkim' | 'dmarc';
  result: string;
  domain?: string;
  /** Set by our own look (`intel/authentication.ts`), never by parsing: a header cannot claim it. */
  verified?: true;
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
  /**
   * What stood over the original in the forward, without signature, disclaimer and banners, where it could be a forgery:
   * lures are looked for in it too ("please wire this today"), but it is no part of the original.
   */
  comment?: string;
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
  /**
   * Set where this is no link of the specimen but what one led to when it was asked (`intel/expand`): the addresses on the
   * way, the link of the specimen first.
   */
  chain?: string[];
}

/** What a look into a file told. A closed list: checks switch on it. */
export type Trait =
  | 'encrypted'
  | 'opened-with-mail-password'
  | 'program-inside'
  | 'program-under-false-name'
  | 'shortcut-runs-command'
  | 'arguments-out-of-sight'
  | 'document-icon'
  | 'command-in-field'
  | 'script-component'
  | 'equation-editor'
  | 'macro'
  | 'macro-auto-open'
  | 'macro-runs-programs'
  | 'excel4-macro'
  | 'remote-template'
  | 'external-object'
  | 'pdf-javascript'
  | 'pdf-launch'
  | 'pdf-one-page'
  | 'html-script'
  | 'html-password-form'
  | 'html-builds-file'
  | 'html-hides-source'
  | 'html-goes-elsewhere';

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
  /** MD5 and SHA-1: some lists know a file by nothing else. */
  olderDigests?: string[];
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
  /** Other names of the same thing, by which lists may know it: a file's MD5 and SHA-1. */
  alsoKnownAs?: string[];
}

export interface Indicator {
  feed: string;
  /** The listed value that matched (a listed domain may match a URL's host). */
  matched: string;
  kind: Observable['kind'];
  listedAt: string;
  note?: string;
  /** A list that is believed by itself. */
  trusted?: boolean;
  /** Of a list of what other lists name by mistake (big sites, shared hosts): speaks against the others. */
  warning?: boolean;
}

export interface Opinion {
  provider: string;
  level: 'malicious' | 'suspicious' | 'harmless' | 'unknown';
  /** In the words that the service allows, attribution included: half a sentence that follows a colon. */
  detail?: string;
  /** What its terms want beside its name where `detail` is not said: in brackets behind the name. */
  credit?: string;
}

/** When a domain came into being, by its registry's word. */
export interface Registration {
  /** ISO 8601 date. */
  on: string;
  /** Days between `on` and the day that we asked. Kept, so that stored evidence judges to the same verdict again. */
  daysOld: number;
  registrar?: string;
}

/** Since when a host has had the oldest of its web certificates that are valid now, by the public logs. */
export interface Certificate {
  /** ISO 8601 date. */
  since: string;
  /** Days between `since` and the day that we asked: kept for the same reason. */
  daysOld: number;
}

export interface Sighting {
  observable: Observable;
  indicators: Indicator[];
  opinions: Opinion[];
  registration?: Registration;
  certificate?: Certificate;
}

/** What a service was asked for a report, and what it said. Kept with the case, for analysts. */
export interface Receipt {
  provider: string;
  /** Exactly what left the organisation: a domain, a stripped URL, hash prefixes; or what would have left. */
  asked: string;
  /** ISO 8601. Earlier than the report where the answer was still at hand from before. */
  at: string;
  /** `unknown`: the service knows nothing of it. `failed`: no usable answer. `not-asked`: nothing left (quota, resting). */
  outcome: 'known' | 'unknown' | 'failed' | 'not-asked';
  answer: string;
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
    | 'stale'
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
