import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * A locked PDF that a word of the same mail opens: the lock keeps out scanners and nobody else. Lets pass what banks do,
 * who tell how the password is made up (a birthday, a customer number) and never write it down.
 */
export const lockedPdfWithPassword = defineCheck({
  id: 'locked-pdf-with-password',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The PDF {name} is locked, and the password stands in the same mail. That only keeps virus scanners out.',
  run({ name, type, traits }) {
    return type === 'pdf' && traits.includes('opened-with-mail-password') ? { name: fileName(name) } : undefined;
  },
});
