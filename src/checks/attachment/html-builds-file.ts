import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A web page that puts a file together on the reader's computer, past every filter. Scripts that do less pass. */
export const htmlBuildsFile = defineCheck({
  id: 'html-builds-file',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'The attachment {name} is a web page that builds a file on your computer, so that no filter sees it pass.',
  run({ name, traits }) {
    return traits.includes('html-builds-file') ? { name: fileName(name) } : undefined;
  },
});
