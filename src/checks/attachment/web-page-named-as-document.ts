import { defineCheck } from '../check.ts';
import { extensions, fileName, looksHarmless } from './names.ts';

/** `invoice.pdf.html`: a web page that wants to pass for a document. A saved page named after its site passes. */
export const webPageNamedAsDocument = defineCheck({
  id: 'web-page-named-as-document',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The attachment {name} pretends to be a {shown} file, but is a web page, as fake sign-in pages are.',
  run({ name }) {
    const [last = '', shown = ''] = extensions(name);
    if (!/^(?:[sx]?html?|svg|mht|mhtml)$/.test(last) || !looksHarmless(shown) || /html?|eml|txt/.test(shown)) return;
    return { name: fileName(name), shown };
  },
});
