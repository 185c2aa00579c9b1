import { defineCheck } from '../check.ts';
import { lures } from '../content/demand.ts';
import { plainWords } from '../skeleton.ts';
import { isConversation } from '../strangers.ts';

const BUSINESS = [
  'payment',
  'invoice',
  'bank-change',
  'gift-card',
  'callback',
  'credential',
  'account-problem',
  'quotation',
  'boss',
  'staff-records',
  'overpayment',
  'name-registration',
  'rental',
  'cheque',
  'payee-alert',
  'shipping-papers',
  'payment-advice',
  'charge-call',
  'secrets',
] as const;

/**
 * A name that shares nothing with the free mailbox it writes from ("Bill Desk", monaschwartz732@…), on business about money
 * or accounts. Lets pass people whose mailbox holds a piece of their name or their initials, names in other scripts, which
 * mailboxes cannot hold, answers and lists, and whoever wants nothing.
 */
export const businessFromUnlikeMailbox = defineCheck({
  id: 'business-from-unlike-mailbox',
  on: 'message',
  group: 'sender',
  points: 2,
  explain:
    'It is signed {name}, writes about money or accounts, and comes from {address}, a free mailbox of another name.',
  run(message, context) {
    const { from } = message;
    if (!from || !context.lists.freeMail.has(from.domain) || isConversation(message, context)) return;
    if (!isUnlike(from.name, from.address.slice(0, from.address.length - from.domain.length - 1))) return;
    if (lures(message, context, ...BUSINESS).length === 0) return;
    return { name: from.name, address: from.address };
  },
});

function isUnlike(name: string, local: string): boolean {
  const plain = plainWords(name);
  if (!/^[a-z ]{4,60}$/.test(plain)) return false;
  const letters = local.toLowerCase().replace(/[^a-z]/g, '');
  const words = plain.split(' ').filter((word) => word.length > 2);
  const initials = plain
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');
  if (words.length === 0 || (initials.length > 1 && letters.includes(initials))) return false;
  return !words.some((word) => letters.includes(word.slice(0, 3)) || letters.includes(word.slice(-4)));
}
