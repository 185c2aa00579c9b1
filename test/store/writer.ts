/**
 * A process of its own for sqlite.test.ts: `writer.ts <url> <name> <count>` stores reports until it is killed or has
 * stored that many, and prints the id of each as soon as it is acknowledged.
 */
import { writeSync } from 'node:fs';
import { openStores } from '../../src/store/open.ts';
import { arrival } from './contract/given.ts';

const [url = '', name = '', count = '0'] = process.argv.slice(2);
const stores = await openStores(url);
for (let n = 0; n < Number(count); n += 1) {
  const report = await stores.reports.add(arrival({ note: `${name} ${n}` }), [`${name}:${n}`]);
  if (!report) throw new Error('was known already');
  await stores.reports.putSpecimens(report.id, [{ kind: 'mail', bytes: new TextEncoder().encode(report.id) }], []);
  writeSync(1, `${report.id}\n`);
}
await stores.close();
