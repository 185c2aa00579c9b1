import type { Gap, Indicator, Observable } from '../../model.ts';
import type { Feed, FeedHit, FeedStore } from '../../store/feed-store.ts';
import { standingOf } from './ages.ts';
import { type Expression, expressionsOf } from './expressions.ts';
import { keyNumbers } from './keys.ts';

export type AskFeeds = (observables: Observable[]) => Promise<{
  indicators: Map<Observable, Indicator[]>;
  gaps: Gap[];
  /** The lists of dangers that are fresh enough for their silence to say something. */
  asked: string[];
}>;

export interface AskFeedsOptions {
  now?: () => Date;
  /** Hosts under which others have their sites, beyond those of the public suffix list. */
  siteHosts?: ReadonlySet<string>;
}

/**
 * What the feeds say of observables: one indicator a feed, the most exact. A list that is too old, or was never loaded, is
 * a gap: that it says nothing means nothing.
 */
export function openFeeds(store: FeedStore, options: AskFeedsOptions = {}): AskFeeds {
  const { now = () => new Date(), siteHosts } = options;
  const beyond = (host: string): boolean => siteHosts?.has(host) ?? false;
  return async (observables) => {
    const feeds = new Map((await store.list()).map((feed) => [feed.name, feed]));
    const indicators = new Map<Observable, Indicator[]>();
    if (feeds.size === 0 || observables.length === 0) return { indicators, gaps: [], asked: [] };

    const questions = observables.flatMap((observable) =>
      expressionsOf(observable, beyond).map((expression) => ({ observable, expression })),
    );
    const hits = await store.lookup(questions.map(({ expression }) => keyNumbers(expression.key)));
    for (const [position, { observable, expression }] of questions.entries()) {
      for (const hit of hits.get(position) ?? []) {
        const feed = feeds.get(hit.feed);
        const known = indicators.get(observable) ?? [];
        // Expressions stand from the most exact on: the first one of a feed is the one to name.
        if (!feed || known.some((indicator) => indicator.feed === hit.feed)) continue;
        indicators.set(observable, [...known, indicatorOf(expression, hit, feed)]);
      }
    }
    const all = [...feeds.values()];
    const fresh = all.filter((feed) => feed.role === 'danger' && standingOf(feed, now()) === 'fresh');
    return { indicators, gaps: all.flatMap((feed) => gapOf(feed, now())), asked: fresh.map(({ name }) => name) };
  };
}

function indicatorOf({ kind, matched }: Expression, { listedAt, note }: FeedHit, feed: Feed): Indicator {
  return {
    feed: feed.name,
    matched,
    kind,
    listedAt: (listedAt ?? feed.copy?.loadedAt ?? feed.addedAt).toISOString(),
    ...(note && { note }),
    ...(feed.trusted && { trusted: true }),
    ...(feed.role === 'warning' && { warning: true }),
  };
}

/** An old list of what is named by mistake hides nothing. */
function gapOf(feed: Feed, now: Date): Gap[] {
  const standing = standingOf(feed, now);
  if (standing === 'fresh' || feed.role === 'warning') return [];
  return [{ what: 'list', why: standing, name: feed.name, blinding: false }];
}
