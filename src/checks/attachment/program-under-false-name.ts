import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * A program by its bytes, in an archive or document, under the name of something to look at: a script beside it renames
 * and starts it. Programs that are named as what they are, and their parts under odd endings, pass here.
 */
export const programUnderFalseName = defineCheck({
  id: 'program-under-false-name',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'Inside {name} a program is hidden under the name of a document or picture.',
  run({ name, traits }) {
    return traits.includes('program-under-false-name') ? { name: fileName(name) } : undefined;
  },
});
