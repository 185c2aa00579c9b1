import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** Commands in the cells of a sheet, a technique of 1992 that lives on in malware. Modern macros pass here. */
export const excel4Macro = defineCheck({
  id: 'excel4-macro',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'The table {name} hides commands in its cells, in an outdated way that is nowadays used for attacks.',
  run({ name, traits }) {
    return traits.includes('excel4-macro') ? { name: fileName(name) } : undefined;
  },
});
