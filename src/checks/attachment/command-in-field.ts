import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A field of a letter or a cell of a table that starts a program (Dynamic Data Exchange). Links between a letter and its table use the same way and pass: they name Excel and a file. */
export const commandInField = defineCheck({
  id: 'command-in-field',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: '{name} holds a field that starts a program on your computer when the document is opened.',
  run({ name, traits }) {
    return traits.includes('command-in-field') ? { name: fileName(name) } : undefined;
  },
});
