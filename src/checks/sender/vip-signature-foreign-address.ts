import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { plainWords } from '../skeleton.ts';
import { isConversation } from '../strangers.ts';

/** A short note: what a chief writes in a hurry, or who plays one. */
const SHORT = 1500;
/** The last lines, where people sign. */
const FOOT = 8;

/**
 * A short note that is signed with the name of a person of the organisation, sent from outside under another name. Where
 * the sender's name itself says so, `vip-name-foreign-address` has said it. Lets pass the configured private addresses,
 * answers and lists, quoted lines, and letters that only speak of the person.
 */
export const vipSignatureForeignAddress = defineCheck({
  id: 'vip-signature-foreign-address',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'It is signed with the name of {vip}, but comes from {address}, an address outside of the organisation.',
  run(message, context) {
    const { organisation } = context;
    const { from, text } = message;
    if (!from?.address || isOwn(from.domain, organisation) || organisation.vips.length === 0) return;
    if (text.length > SHORT || isConversation(message, context)) return;
    const lines = text
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('>'))
      .slice(-FOOT)
      // "Ada Chen, Chief Executive": what stands behind the name is an office.
      .flatMap((line) => [line, line.split(/[,|–—]/)[0] ?? ''])
      .map(sortedWords);
    const vip = organisation.vips.find(({ name, addresses }) => {
      const words = sortedWords(name);
      if (words.split(' ').length < 2 || words === sortedWords(from.name)) return false;
      return lines.includes(words) && !addresses.some((address) => address.toLowerCase() === from.address);
    });
    return vip ? { vip: vip.name, address: from.address } : undefined;
  },
});

function sortedWords(name: string): string {
  return plainWords(name)
    .split(' ')
    .filter((word) => word.length > 1)
    .sort()
    .join(' ');
}
