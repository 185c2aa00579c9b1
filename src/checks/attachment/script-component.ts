import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** Names of script components in a macro, field, object or shortcut: fetched from the network and run in one go, as the workbook of 2020 did. Prose that only speaks of them is not looked at and passes. */
export const scriptComponent = defineCheck({
  id: 'script-component',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: '{name} fetches a script from the network and runs it, which no ordinary document does.',
  run({ name, traits }) {
    return traits.includes('script-component') ? { name: fileName(name) } : undefined;
  },
});
