import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';

/**
 * Several senders of several houses: programs differ in which one they check and which one they show. Lets pass
 * co-authors of one house, and the same address twice.
 */
export const severalSenders = defineCheck({
  id: 'several-senders',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'It names two senders, {first} and {second}; an honest mail has one.',
  run({ senders }) {
    const [first, ...others] = senders.filter(({ domain }) => domain !== '');
    const second = first && others.find(({ domain }) => registrable(domain) !== registrable(first.domain));
    return first && second ? { first: first.address, second: second.address } : undefined;
  },
});
