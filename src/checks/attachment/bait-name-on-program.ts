import { defineCheck } from '../check.ts';
import { lureFinder } from '../lures.ts';
import { fileName, isBaitName } from './names.ts';

/**
 * A name that tells a lure's story on a document with a program inside: the 2020 form for travellers from Wuhan was one.
 * Honest workbooks with macros have such names too now and then ("Invoice template.xlsm"), so it adds and does not decide.
 */
export const baitNameOnProgram = defineCheck({
  id: 'bait-name-on-program',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The name of {name} is bait: a document of that kind needs no program inside.',
  run({ name, extension, traits }, { lists }) {
    if (!lists.macroDocuments.has(extension) && !traits.includes('macro')) return;
    const told =
      isBaitName(name) ||
      lureFinder(lists.lures)(name.replace(/[_+-]/g, ' ')).some(({ theme }) => theme !== 'call-to-action');
    return told ? { name: fileName(name) } : undefined;
  },
});
