import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * A web page whose form, link or text is packed away in its script, or whose script was garbled by a tool. Tags that load
 * a counter are written like that on honest pages, and pass.
 */
export const pageHidesItsSource = defineCheck({
  id: 'page-hides-its-source',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain:
    'The attachment {name} is a web page that hides what it shows until it is opened, so that no filter can read it.',
  run({ name, traits }) {
    return traits.includes('html-hides-source') ? { name: fileName(name) } : undefined;
  },
});
