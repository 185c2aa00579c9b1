import type { FeedDefinition } from '../../store/feed-store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is left to say of a feed when only its name was given. */
export const DEFAULTS = { role: 'danger', trusted: false, everyMs: 6 * HOUR, maxAgeMs: 3 * DAY } as const;

/**
 * Feeds whose form is known. Their terms of use are between them and whoever adds them; some want a key of one's own in
 * the address or in a header (FEEDS_HEADERS).
 */
export const PRESETS: Record<string, Omit<FeedDefinition, 'name'>> = {
  // https://urlhaus.abuse.ch/api/: links that serve malware, and are online.
  urlhaus: {
    ...DEFAULTS,
    source: 'https://urlhaus.abuse.ch/downloads/csv_online/',
    format: 'csv',
    columns: { value: 'url', note: 'threat', listedAt: 'dateadded' },
    everyMs: HOUR,
    maxAgeMs: DAY,
  },
  // https://phishtank.org/developer_info.php: links that people have confirmed as phishing.
  phishtank: {
    ...DEFAULTS,
    source: 'https://data.phishtank.com/data/online-valid.csv.gz',
    format: 'csv',
    columns: { value: 'url', note: 'target', listedAt: 'submission_time' },
    everyMs: 6 * HOUR,
    maxAgeMs: 2 * DAY,
  },
  // https://openphish.com/phishing_feeds.html: the community feed.
  openphish: {
    ...DEFAULTS,
    source: 'https://openphish.com/feed.txt',
    format: 'plain',
    everyMs: 12 * HOUR,
    maxAgeMs: 2 * DAY,
  },
};
