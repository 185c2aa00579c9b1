/**
 * Lists of indicators that others keep, as the rest of the house sees them. The store knows keys only as numbers; what a
 * key stands for is `intel/feeds`' to know.
 */

export const FEED_FORMATS = ['plain', 'hosts', 'csv', 'misp-feed', 'misp-warning-list', 'stix', 'taxii'] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** What a feed is and where it comes from, as whoever runs lurecheck said it. */
export interface FeedDefinition {
  name: string;
  /** `https://…`, or the path of a file. */
  source: string;
  format: FeedFormat;
  /** A `warning` list names what other lists name by mistake: big sites, shared hosts, public resolvers. */
  role: 'danger' | 'warning';
  /** Its word alone makes a verdict high. */
  trusted: boolean;
  everyMs: number;
  /** Older than this, its silence means nothing any more. */
  maxAgeMs: number;
  /** Names of columns, for CSV: which holds the thing itself, which says what it is, which since when. */
  columns?: { value: string; note?: string; listedAt?: string };
  /** The SHA-256 that the bytes must have, or the address at which the source publishes it. */
  checksum?: string;
  /** Allows http, for a server in one's own network. */
  insecure?: boolean;
}

/** The state of a source that our copy was made of. */
export interface FeedState {
  etag?: string;
  lastModified?: string;
}

export interface Feed extends FeedDefinition {
  addedAt: Date;
  /** The list in force. */
  copy?: FeedState & { entries: number; loadedAt: Date; freshAt: Date };
  triedAt?: Date;
  /** Tries in a row that did not end well, one that is under way included. */
  failures: number;
  /** Why the last try failed. */
  fault?: string;
}

/** 53 and 32 bits of the hash of a normalised key. */
export interface FeedKey {
  hash: number;
  more: number;
}

export interface FeedEntry extends FeedKey {
  listedAt?: Date;
  note?: string;
}

export interface FeedHit {
  feed: string;
  listedAt?: Date;
  note?: string;
}

/** A new edition of a feed on its way in. Nothing of it is in force before `finish`; a crash leaves the old one whole. */
export interface FeedLoading {
  put(entries: FeedEntry[]): Promise<void>;
  /** How many different entries there are so far. */
  count(): Promise<number>;
  /**
   * Puts it in force, in one step, and counts it. `freshAt` is when the source said so. Undefined when the feed was taken
   * off meanwhile, or taken over by another process.
   */
  finish(state: FeedState, freshAt: Date): Promise<number | undefined>;
  /** The source has nothing new: the copy in force counts as fresh again. */
  unchanged(freshAt: Date): Promise<void>;
  /** Throws it away; the copy in force stays, and why stands beside it. */
  fail(reason: string): Promise<void>;
}

export interface FeedStore {
  /** In the order of their names. */
  list(): Promise<Feed[]>;
  get(name: string): Promise<Feed | undefined>;
  /** False when there is one of that name. */
  add(definition: FeedDefinition): Promise<boolean>;
  /** Takes it and all its entries off. False when there is none. */
  remove(name: string): Promise<boolean>;
  /** Undefined while another process is at it, or when there is no such feed. */
  begin(name: string): Promise<FeedLoading | undefined>;
  /** Which feeds hold which of the keys, in one query; by the key's position. */
  lookup(keys: FeedKey[]): Promise<Map<number, FeedHit[]>>;
}
