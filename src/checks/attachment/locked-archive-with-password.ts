import { defineCheck } from '../check.ts';
import { isLocked } from './locked-attachment.ts';
import { fileName } from './names.ts';

/**
 * A locked archive or office file with its key lying beside it: the lock is there against scanners only. PDF pass, since
 * banks tell their customers how a statement's password is made up.
 */
export const lockedArchiveWithPassword = defineCheck({
  id: 'locked-archive-with-password',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'The attachment {name} is locked and the mail gives the password. That only keeps virus scanners out.',
  run(attachment, context) {
    const mail = context.messageOf(attachment);
    if (!mail || attachment.type === 'pdf' || attachment.extension === 'pdf' || !isLocked(attachment)) return;
    const told = context.luresOf(mail).some(({ theme }) => theme === 'file-password');
    return told ? { name: fileName(attachment.name) } : undefined;
  },
});
