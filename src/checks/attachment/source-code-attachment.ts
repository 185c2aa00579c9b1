import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * Scripts, settings and notebooks that run only with some help, or that developers honestly send: odd in an office, no
 * proof of anything. Patches and other text pass.
 */
export const sourceCodeAttachment = defineCheck({
  id: 'source-code-attachment',
  on: 'attachment',
  group: 'attachment',
  points: 2,
  explain: 'The attachment {name} holds commands for a computer. Colleagues outside of IT rarely send such files.',
  run({ name, extension }, { lists }) {
    return lists.scripts.has(extension) && isSourceCode(extension) ? { name: fileName(name) } : undefined;
  },
});

const SOURCE = new Set(
  'py pyc pyo pyw sh ksh csh bas desktop inf one theme rqy oqy job reg applescript scpt pl rb php'.split(' '),
);

/** True for kinds of script that are also written, read and sent by honest people. */
export function isSourceCode(extension: string): boolean {
  return SOURCE.has(extension);
}
