/** What one update of one feed may cost. The whole of five million entries of any format stays below. */
export interface FeedLimits {
  /** Bytes that a source may send, and what they may inflate to. */
  downloadBytes: number;
  inflatedBytes: number;
  /** Inflated to packed, beyond a megabyte: a list packs 3 to 20 times. */
  ratio: number;
  entries: number;
  /** Requests: pages of a collection, events of a MISP feed. */
  requests: number;
  redirects: number;
  /** The whole update, and how long a source may say nothing. */
  totalMs: number;
  silenceMs: number;
}

export const FEED_LIMITS: FeedLimits = {
  downloadBytes: 512 * 1024 * 1024,
  inflatedBytes: 2 * 1024 * 1024 * 1024,
  ratio: 200,
  entries: 6_000_000,
  requests: 20_000,
  redirects: 5,
  totalMs: 20 * 60_000,
  silenceMs: 30_000,
};

/** Why a list was not taken: a sentence for whoever runs lurecheck. No bug, and never a reason to stop. */
export class FeedRefusal extends Error {
  override name = 'FeedRefusal';
}
