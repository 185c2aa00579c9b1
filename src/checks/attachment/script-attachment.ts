import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';
import { isSourceCode } from './source-code-attachment.ts';

/**
 * A script or shortcut that a double click runs. What developers send one another (Python, shell) opens in an editor on
 * an office computer and is left to `source-code-attachment`.
 */
export const scriptAttachment = defineCheck({
  id: 'script-attachment',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'The attachment {name} looks like a file to read, but runs commands when it is opened.',
  run({ name, extension, type }, { lists }) {
    const runs = (kind: string) => lists.scripts.has(kind) && !isSourceCode(kind);
    return runs(extension) || type === 'lnk' || type === 'hta' ? { name: fileName(name) } : undefined;
  },
});
