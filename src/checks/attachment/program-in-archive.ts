import type { ArchiveEntry } from '../../model.ts';
import { defineCheck } from '../check.ts';
import { extensions, fileName } from './names.ts';
import { isDocument } from './program-in-document.ts';
import { isSourceCode } from './source-code-attachment.ts';

/** A program or script packed into an archive. Archives of source code pass, whatever scripts they hold. */
export const programInArchive = defineCheck({
  id: 'program-in-archive',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'The archive {name} holds a program, {program}. Packing it gets it past filters.',
  run({ name, type, entries }, { lists }) {
    if (isDocument(type)) return;
    const program = entries.slice(0, 2000).find((entry) => {
      const [last = ''] = extensions(entry.name);
      return lists.executables.has(last) || (lists.scripts.has(last) && !isSourceCode(last));
    });
    if (!program || holdsSources(entries)) return;
    return { name: fileName(name), program: fileName(program.name) };
  },
});

const SOURCES = /(?:^|\/)(?:package\.json|makefile|cmakelists\.txt|setup\.py|pom\.xml|readme\.md|\.git\/config)$/i;

/** True for an archive of source code: it holds what every such archive does. */
export function holdsSources(entries: ArchiveEntry[]): boolean {
  return entries.slice(0, 2000).some((entry) => SOURCES.test(entry.name));
}
