/**
 * A process of its own for feeds-kill.test.ts: `feed-loader.ts <url>` updates the feed, so that it can
 * be killed in the middle.
 */
import { writeSync } from 'node:fs';
import { updateFeed } from '../../src/intel/feeds/update.ts';
import { openStores } from '../../src/store/open.ts';

const [url = ''] = process.argv.slice(2);
const stores = await openStores(url);
const feed = await stores.feeds.get('feed');
if (!feed) throw new Error('there is no feed');
writeSync(1, 'begins\n');
await updateFeed(stores.feeds, feed);
writeSync(1, 'done\n');
await stores.close();
