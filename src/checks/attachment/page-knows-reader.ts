import { defineCheck } from '../check.ts';
import { carries } from '../link/recipient-address-in-link.ts';
import { fileName } from './names.ts';

const PAGE = /^(?:html|svg|hta|xml)$/;

/**
 * A web page or drawing whose script, form or address already holds the reader's own mail address, plain or in Base64: a
 * sign-in page made for one victim. An address that is only printed ("sent to grace@…") or written to passes.
 */
export const pageKnowsReader = defineCheck({
  id: 'page-knows-reader',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain:
    'The attachment {name} is a web page that has the address {address} filled in already: it was made for one reader.',
  run(attachment, context) {
    const { type, content, traits, name } = attachment;
    const message = context.messageOf(attachment);
    if (!message || !PAGE.test(type)) return;
    if (!traits.includes('html-script') && !/<form\b|<input\b|\brefresh\b/i.test(content)) return;
    const lower = content.toLowerCase();
    const found = [...message.to, ...message.cc].slice(0, 20).find(({ address }) => {
      if (address.length < 6) return false;
      const handed = [`"${address}`, `'${address}`, `\`${address}`, `=${address}`, `#${address}`];
      return handed.some((form) => lower.includes(form)) || carries(content.replaceAll(address, ' '), address, true);
    });
    return found && { name: fileName(name), address: found.address };
  },
});
