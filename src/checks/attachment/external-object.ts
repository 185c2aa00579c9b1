import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** An object inside a document that is linked to the network or opens a browser in it. Embedded tables pass. */
export const externalObject = defineCheck({
  id: 'external-object',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The document {name} holds an object that reaches out to the network or starts something else.',
  run({ name, traits }) {
    return traits.includes('external-object') ? { name: fileName(name) } : undefined;
  },
});
