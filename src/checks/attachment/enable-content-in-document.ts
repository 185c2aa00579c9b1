import { defineCheck } from '../check.ts';
import { lureFinder } from '../lures.ts';
import { fileName } from './names.ts';

/**
 * The document itself tells its reader to switch the protection off. Only in documents with a program inside, or in
 * short ones: a handbook that explains the button is long and has no program.
 */
export const enableContentInDocument = defineCheck({
  id: 'enable-content-in-document',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain:
    'The document {name} asks you to switch off its protection (“{phrase}”). That would start the program inside.',
  run({ name, content, traits }, { lists }) {
    if (content.length > 3000 && !traits.includes('macro')) return;
    const hit = lureFinder(lists.lures)(content).find(({ theme }) => theme === 'enable-content');
    return hit && { name: fileName(name), phrase: hit.phrase };
  },
});
