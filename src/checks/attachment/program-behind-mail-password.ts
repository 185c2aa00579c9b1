import { defineCheck } from '../check.ts';
import { extensions, fileName } from './names.ts';
import { holdsSources } from './program-in-archive.ts';
import { isSourceCode } from './source-code-attachment.ts';

/**
 * A locked archive that a word of the mail opens, and inside a program, a script or a document with macros: the lock was
 * against scanners only. Locked papers whose key stands in the mail are careless, and pass here, as
 * does source code that developers lock because filters refuse it.
 */
export const programBehindMailPassword = defineCheck({
  id: 'program-behind-mail-password',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'The mail itself gives the password of {name}, and behind the lock lies a program ({program}).',
  run({ name, entries, traits }, { lists }) {
    if (!traits.includes('opened-with-mail-password') || holdsSources(entries)) return;
    const held = entries.slice(0, 2000).find((entry) => {
      const [last = ''] = extensions(entry.name);
      const runs = lists.executables.has(last) || lists.scripts.has(last) || lists.macroDocuments.has(last);
      return runs && !isSourceCode(last);
    });
    if (held) return { name: fileName(name), program: fileName(held.name) };
    const [first] = entries;
    if (!first || !RUNS.some((trait) => traits.includes(trait))) return;
    return { name: fileName(name), program: fileName(first.name) };
  },
});

const RUNS = ['program-inside', 'macro-auto-open', 'excel4-macro'] as const;
