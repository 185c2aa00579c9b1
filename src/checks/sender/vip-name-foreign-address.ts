import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { plainWords } from '../skeleton.ts';

/**
 * The name of a person of the organisation whom it is worth to play, on an address that is neither theirs nor the
 * organisation's. Word order and accents do not matter (`Chen, Ada`). Lets pass the private addresses that are configured.
 */
export const vipNameForeignAddress = defineCheck({
  id: 'vip-name-foreign-address',
  on: 'message',
  group: 'sender',
  points: 4,
  explain: 'It is signed with the name of {vip}, but comes from {address}, an address outside of the organisation.',
  run({ from }, { organisation }) {
    if (!from?.address || isOwn(from.domain, organisation)) return;
    const name = sortedWords(from.name);
    if (name === '') return;
    const vip = organisation.vips.find((person) => sortedWords(person.name) === name);
    if (!vip || vip.addresses.some((address) => address.toLowerCase() === from.address)) return;
    return { vip: vip.name, address: from.address };
  },
});

function sortedWords(name: string): string {
  return plainWords(name)
    .split(' ')
    .filter((word) => word.length > 1)
    .sort()
    .join(' ');
}
