/** `npm run manifest`: writes `dev.json` and `prod.json`, the files that are pasted into Slack's app settings. */
import { writeFileSync } from 'node:fs';
import { manifestFile } from './manifest.ts';

for (const mode of ['dev', 'prod'] as const) {
  writeFileSync(new URL(`${mode}.json`, import.meta.url), manifestFile(mode));
  console.log(`wrote manifest/${mode}.json`);
}
