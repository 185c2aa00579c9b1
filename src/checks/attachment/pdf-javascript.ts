import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A PDF with a program in it. Some forms reckon sums that way, so it is odd and no proof. */
export const pdfJavascript = defineCheck({
  id: 'pdf-javascript',
  on: 'attachment',
  group: 'attachment',
  points: 2,
  explain: 'The PDF {name} has a small program inside, which hardly any letter or bill needs.',
  run({ name, traits }) {
    return traits.includes('pdf-javascript') ? { name: fileName(name) } : undefined;
  },
});
