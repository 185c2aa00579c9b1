import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';
import { isLeaving } from '../leaving.ts';
import { decoded } from '../url-model/path-features.ts';

const ADDRESS = /[a-z0-9._+-]{1,64}@[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4}/i;
const EMPTY = /[?&#](?:e-?mail|login|user(?:id)?|account_id)=(?=&|$)/i;

/**
 * An e-mail address in a link that somebody reported alone: in a mail `recipient-address-in-link` knows whether it is the
 * reader's. An empty `email=` counts, which is the same link before it was filled in. Lets pass leaving a list.
 */
export const addressInLoneLink = defineCheck({
  id: 'address-in-lone-link',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link to {host} carries an e-mail address with it ({address}), so the page knows who comes.',
  run(link, context) {
    if (link.message !== undefined || link.attachment !== undefined || !isStrangersSite(link, context)) return;
    const { path, query, fragment, unicodeHost } = link.parts;
    const tail = decoded(`${path}?${query}#${fragment}`.slice(0, 2_000));
    if (isLeaving(tail)) return;
    const address = ADDRESS.exec(tail)?.[0] ?? (EMPTY.test(`?${query}`) ? 'left empty' : undefined);
    return address ? { host: unicodeHost, address } : undefined;
  },
});
