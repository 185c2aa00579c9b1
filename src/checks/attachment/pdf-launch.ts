import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A PDF that starts another program when it is opened. Links that wait for a click pass. */
export const pdfLaunch = defineCheck({
  id: 'pdf-launch',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'The PDF {name} tries to start another program when it is opened.',
  run({ name, traits }) {
    return traits.includes('pdf-launch') ? { name: fileName(name) } : undefined;
  },
});
