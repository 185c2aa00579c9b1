import { defineCheck } from '../check.ts';

/**
 * Pages deep in the machinery of a website program, where nobody publishes: kits are dropped there on broken-into
 * sites. Lets pass what belongs there: uploads that are pictures or documents, style sheets, the log-in page.
 */
export const hijackedSitePath = defineCheck({
  id: 'hijacked-site-path',
  on: 'link',
  group: 'link',
  points: 2,
  explain:
    'The link leads into a hidden corner of the website {host}, where fraudsters put pages on sites they broke into.',
  run({ source, parts }) {
    if (source === 'image') return;
    const path = parts.path.toLowerCase().slice(0, 500);
    const machinery =
      /\/(?:wp-includes|wp-content\/(?:plugins|themes|mu-plugins|languages|upgrade|cache)|wp-admin\/(?:css|js|includes|images|maint|network|user)|\.well-known\/(?!acme-challenge|openid|security|apple-app|assetlinks|change-password|jwks|matrix|host-meta|webfinger|nodeinfo|mta-sts)|cgi-sys|\.git|sites\/default\/files\/[^/]{1,60}\/[^/]{1,60}\.php|vendor\/phpunit|components\/com_)/.test(
        path,
      );
    if (!machinery) return;
    return /(?:\/|\.php\d?|\.html?|\/[^./]{1,60})$/.test(path) ? { host: parts.unicodeHost } : undefined;
  },
});
