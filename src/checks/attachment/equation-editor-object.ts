import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** An object for the equation editor that starts by itself or comes under a false name: the editor was taken out of Office because opening such an object runs code. Formulas of old papers are declared as what they are and pass. */
export const equationEditorObject = defineCheck({
  id: 'equation-editor-object',
  on: 'attachment',
  group: 'attachment',
  points: 7,
  decisive: true,
  explain: '{name} holds a hidden object for an outdated part of Office, which is known to run harmful code.',
  run({ name, traits }) {
    return traits.includes('equation-editor') ? { name: fileName(name) } : undefined;
  },
});
