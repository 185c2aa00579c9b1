import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A file that a password locks. A hint only: pay slips and findings are honestly sent like that. Mail
 * that is encrypted for its reader (S/MIME) needs no password and passes. */
export const lockedAttachment = defineCheck({
  id: 'locked-attachment',
  on: 'attachment',
  group: 'attachment',
  points: 1,
  explain: 'The attachment {name} is locked with a password, so that no virus scanner could look inside.',
  run(attachment) {
    return isLocked(attachment) && !/^p7[ms]$/.test(attachment.type || attachment.extension)
      ? { name: fileName(attachment.name) }
      : undefined;
  },
});

/** True when a file, or something in an archive, can only be opened with a password. */
export function isLocked({ traits, entries }: { traits: string[]; entries: { encrypted: boolean }[] }): boolean {
  return traits.includes('encrypted') || entries.some(({ encrypted }) => encrypted);
}
