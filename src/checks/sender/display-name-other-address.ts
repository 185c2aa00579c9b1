import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';

const ADDRESS = /[\p{L}\p{N}._%+-]{1,64}@((?:[\p{L}\p{N}-]{1,63}\.){1,6}\p{L}{2,24})/u;

/**
 * Phones show only the display name: an address in it is read as the sender. Lets pass another address of the same
 * house, what lists and services write for a member (`"ada@a.example via Docs"`), and mail through a service that hides
 * its user's address, which names the sender so, while all its links lead to the named house.
 */
export const displayNameOtherAddress = defineCheck({
  id: 'display-name-other-address',
  on: 'message',
  group: 'sender',
  points: 3,
  explain: 'The sender’s name reads {shown}, but the mail comes from {address}.',
  run(message, { linksOf }) {
    const { from } = message;
    if (!from?.address) return;
    const name = from.name.slice(0, 300).normalize('NFKC');
    const [shown = '', host = ''] = ADDRESS.exec(name) ?? [];
    if (shown === '' || /\bvia\b|\bon behalf of\b|\bim auftrag\b/i.test(name)) return;
    const house = registrable(host.toLowerCase());
    if (house === registrable(from.domain)) return;
    const isHidden = RELAYS.has(registrable(from.domain)) || RELAYS.has(from.domain);
    if (isHidden && linksOf(message).every(({ parts }) => parts.domain === house)) return;
    return { shown, address: from.address };
  },
});

/** Services that forward to a hidden address, by what they say of themselves. */
const RELAYS = new Set(
  'sneakemail.com simplelogin.co simplelogin.com slmail.me aleeas.com 8alias.com dralias.com anonaddy.com anonaddy.me addy.io addymail.com mozmail.com duck.com privaterelay.appleid.com 33mail.com spamgourmet.com erine.email passmail.net passmail.com passinbox.com passfwd.com'.split(
    ' ',
  ),
);
