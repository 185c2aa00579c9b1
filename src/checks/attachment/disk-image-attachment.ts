import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * A disk image: opened like a folder, it hides where its files came from, so that the computer no longer warns. Nobody
 * mails one in an office. Pictures named `.img` by old programs pass by their bytes.
 */
export const diskImageAttachment = defineCheck({
  id: 'disk-image-attachment',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'The attachment {name} is a copy of a disk. Files opened from it escape the usual warnings.',
  run({ name, extension, type }, { lists }) {
    const named = lists.diskImages.has(extension) && !/^(?:png|jpg|gif|tif|pdf|txt)$/.test(type);
    return named || /^(?:iso|vhd|vhdx|dmg)$/.test(type) ? { name: fileName(name) } : undefined;
  },
});
