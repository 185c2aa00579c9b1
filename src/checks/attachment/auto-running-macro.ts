import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * The program in a document starts by itself and starts other programs: the 2020 workbook did just that. Either alone
 * is found in honest workbooks and passes here.
 */
export const autoRunningMacro = defineCheck({
  id: 'auto-running-macro',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: 'The small program inside {name} starts by itself when the document is opened, and then starts others.',
  run({ name, traits }) {
    return traits.includes('macro-auto-open') && traits.includes('macro-runs-programs')
      ? { name: fileName(name) }
      : undefined;
  },
});
