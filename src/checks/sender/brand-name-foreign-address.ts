import { registrable } from '../../parse/url.ts';
import { brandInLabel, brandInName, isFederation, isSelfHosted, sendsFrom } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn, nameOf } from '../domains.ts';
import { leadsAstray } from '../strangers.ts';

/**
 * The name says a known house, the address is not its own. Free mailboxes have a check of their own
 * (`authority-on-free-mail`). Lets pass colleagues, the brand's name under another plain ending, the many houses that
 * share a name (a Sparkasse in its own town), and a house's own copy of a program (`GitLab <gitlab@…>`)
 * unless its links lead to strangers.
 */
export const brandNameForeignAddress = defineCheck({
  id: 'brand-name-foreign-address',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The sender calls itself {name}, but the address {address} does not belong to {brand}.',
  run(message, context) {
    const { from } = message;
    const { lists, organisation } = context;
    if (!from?.domain || isOwn(from.domain, organisation)) return;
    if (lists.freeMail.has(from.domain)) return;
    const found = brandInName(from.name, lists);
    if (!found || sendsFrom(found.brand, from.domain, lists)) return;
    if (isSelfHosted(found.brand, from) && !leadsAstray(message, context)) return;
    if (isFederation(found.brand) && brandInLabel(nameOf(registrable(from.domain)), lists)?.brand === found.brand)
      return;
    return { name: from.name, address: from.address, brand: found.name };
  },
});
