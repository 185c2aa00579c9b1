import { registrable } from '../../parse/url.ts';
import { ownerOf } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';

/**
 * Several senders of several houses: programs differ in which one they check and which one they show. Lets pass
 * co-authors of one house, the same address twice, and what the mail format asks of co-authors: a Sender header that
 * names one of them. But not where one of them is a known brand or our own, since that is what an attacker would borrow.
 */
export const severalSenders = defineCheck({
  id: 'several-senders',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'It names two senders, {first} and {second}; an honest mail has one.',
  run({ senders, headers }, { lists, organisation }) {
    const [first, ...others] = senders.filter(({ domain }) => domain !== '');
    const second = first && others.find(({ domain }) => registrable(domain) !== registrable(first.domain));
    const sent = headers.find(({ name }) => name === 'sender')?.value.toLowerCase();
    const isBorrowed = senders.some(
      ({ domain }) => domain !== '' && (ownerOf(domain, lists) !== undefined || isOwn(domain, organisation)),
    );
    if (!isBorrowed && sent && senders.some(({ address }) => address !== '' && sent.includes(address))) return;
    return first && second ? { first: first.address, second: second.address } : undefined;
  },
});
