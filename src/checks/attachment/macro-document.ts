import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A document with a program in it. Finance departments honestly use them, so it is bad and no proof. */
export const macroDocument = defineCheck({
  id: 'macro-document',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The document {name} has a small program inside. Most harmful documents work that way.',
  run({ name, extension, traits }, { lists }) {
    return lists.macroDocuments.has(extension) || traits.includes('macro') ? { name: fileName(name) } : undefined;
  },
});
