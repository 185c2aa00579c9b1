import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';

const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@((?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24})/u;

/**
 * Phones show only the display name: an address in it is read as the sender. Lets pass another address of the same
 * house, and what lists and services write for a member (`"ada@a.example via Docs"`).
 */
export const displayNameOtherAddress = defineCheck({
  id: 'display-name-other-address',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The sender’s name reads {shown}, but the mail comes from {address}.',
  run({ from }) {
    if (!from?.address) return;
    const name = from.name.slice(0, 300).normalize('NFKC');
    const [shown = '', host = ''] = ADDRESS.exec(name) ?? [];
    if (shown === '' || /\bvia\b|\bon behalf of\b|\bim auftrag\b/i.test(name)) return;
    if (registrable(host.toLowerCase()) === registrable(from.domain)) return;
    return { shown, address: from.address };
  },
});
