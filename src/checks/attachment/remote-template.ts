import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A document that fetches its template, and with it a program, from the network. Links to click in a document pass. */
export const remoteTemplate = defineCheck({
  id: 'remote-template',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain:
    'The document {name} fetches another one from the network when it is opened, which can bring a harmful program.',
  run({ name, traits }) {
    return traits.includes('remote-template') ? { name: fileName(name) } : undefined;
  },
});
