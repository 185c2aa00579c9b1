import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';

/** A sender under an ending that costs next to nothing and is abused much. A hint: honest small firms use them too. */
export const riskyEndingSender = defineCheck({
  id: 'risky-ending-sender',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'The sender’s address {address} ends in .{ending}, an ending that is often used for fraud.',
  run({ from }, { lists, organisation }) {
    if (!from?.domain || isOwn(from.domain, organisation) || lists.popular.has(registrable(from.domain))) return;
    const labels = from.domain.split('.');
    const ending = [labels.slice(-2).join('.'), labels.at(-1) ?? ''].find((end) => lists.riskyEndings.has(end));
    return ending ? { address: from.address, ending } : undefined;
  },
});
