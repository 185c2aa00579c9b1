import { defineCheck } from '../check.ts';
import { isStrangersSite, isUnderBrand } from '../hosts.ts';

/**
 * A known house's whole address as a folder or a file on somebody else's site: `evil.example/www.paypal.com/login`. Lets
 * pass well-known sites (archives, tests of pages), and addresses handed over in a parameter, which `open-redirect` judges.
 */
export const brandAddressInPath = defineCheck({
  id: 'brand-address-in-path',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link’s address has {real} written in it, but it leads to {host}.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const { lists } = context;
    const segments = link.parts.path.toLowerCase().slice(0, 600).split('/').slice(0, 16);
    // A page about the address has it last, and a word before that says so.
    if (segments.some((segment) => /^(?:domains?|sites?|whois|dns|status|review|reviews|web|https?:)$/.test(segment)))
      return;
    for (const segment of segments) {
      const name = segment.replace(/^www\d?\./, '').replace(/\.(?:html?|php|aspx?)$/, '');
      if (name.length < 6 || name.length > 60 || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name)) continue;
      if (isUnderBrand(name, lists)) return { real: name, host: link.parts.unicodeHost };
    }
    return;
  },
});
