import { defineCheck } from '../check.ts';
import { extensions, fileName } from './names.ts';
import { isSourceCode } from './source-code-attachment.ts';

/**
 * A document, notebook or picture of a letter with a program packed into it, to be clicked. Documents packed into
 * documents pass. A PDF carries honest data files: of those only what runs on a double click counts.
 */
export const programInDocument = defineCheck({
  id: 'program-in-document',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'The document {name} has a program packed into it. A document that wants you to start one is a trap.',
  run({ name, type, extension, entries, traits }, { lists }) {
    if (!isDocument(type || extension)) return;
    const program = entries.slice(0, 2000).some((entry) => {
      const [last = ''] = extensions(entry.name);
      return lists.executables.has(last) || (lists.scripts.has(last) && last !== 'js' && !isSourceCode(last));
    });
    return program || traits.includes('program-inside') ? { name: fileName(name) } : undefined;
  },
});

/** True for kinds of file that people open to read: no archive, no disk. */
export function isDocument(type: string): boolean {
  return DOCUMENT.test(type);
}

const DOCUMENT =
  /^(?:doc|xls|ppt|vsd|rtf|one|pdf|ole|docx|docm|dotx|dotm|xlsx|xlsm|xlsb|xltx|xltm|xlam|pptx|pptm|ppsx|ppsm|vsdx|vsdm|odt|ods|odp|odg)$/;
