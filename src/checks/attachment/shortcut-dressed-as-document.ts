import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A shortcut with the icon of a document on it, which starts something else. One to a document of that kind passes. */
export const shortcutDressedAsDocument = defineCheck({
  id: 'shortcut-dressed-as-document',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain: 'A shortcut in {name} looks like a document by its icon, but starts something else.',
  run({ name, traits }) {
    return traits.includes('document-icon') ? { name: fileName(name) } : undefined;
  },
});
