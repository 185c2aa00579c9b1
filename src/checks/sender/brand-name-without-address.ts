import { brandInName } from '../brands.ts';
import { defineCheck } from '../check.ts';

/**
 * A brand's name as the sender, and no address of the brand beside it: a known house has an address and shows it. Looks
 * only at mail whose headers are at hand: a forwarding program may print the name alone.
 */
export const brandNameWithoutAddress = defineCheck({
  id: 'brand-name-without-address',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The sender calls itself {name}, but gives no address that could belong to {brand}.',
  run({ form, from }, { lists }) {
    if (form !== 'raw' || !from || from.address !== '') return;
    const found = brandInName(from.name, lists);
    return found ? { name: from.name, brand: found.name } : undefined;
  },
});
