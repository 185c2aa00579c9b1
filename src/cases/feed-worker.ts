/** A thread that updates one feed and ends: see `feed-updates.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { updateFeed } from '../intel/feeds/update.ts';
import { openStores } from '../store/open.ts';

export interface FeedTask {
  /** STATE_URL. */
  url: string;
  feed: string;
  headers: Record<string, string>;
}

const { url, feed: name, headers } = workerData as FeedTask;
const stores = await openStores(url);
try {
  const feed = await stores.feeds.get(name);
  // Taken off while it waited.
  parentPort?.postMessage(feed ? await updateFeed(stores.feeds, feed, { headers }) : { kind: 'unchanged' });
} finally {
  await stores.close();
}
