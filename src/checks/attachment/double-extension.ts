import { defineCheck } from '../check.ts';
import { extensions, fileName, looksHarmless } from './names.ts';

/**
 * `invoice.pdf.exe`: the end that matters is hidden by the system, the one before it is bait. `report.v2.pdf`,
 * `backup.tar.gz` and `page.html.txt` pass: their last end runs nothing.
 */
export const doubleExtension = defineCheck({
  id: 'double-extension',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'The attachment {name} pretends to be a {shown} file, but is really a program.',
  run({ name, entries }, { lists }) {
    for (const candidate of [name, ...entries.slice(0, 2000).map((entry) => entry.name)]) {
      const [last = '', shown = ''] = extensions(candidate);
      if (looksHarmless(shown) && (lists.executables.has(last) || lists.scripts.has(last))) {
        return { name: fileName(candidate), shown };
      }
    }
    return undefined;
  },
});
