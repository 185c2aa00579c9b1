import { defineCheck } from '../check.ts';

/**
 * What stands before an @ in a web address is a user name, not the site: `https://paypal.com@evil.example`. Lets pass
 * ftp and git links, where a user name is ordinary, and a bare short name that reads as no site.
 */
export const userinfoInLink = defineCheck({
  id: 'userinfo-in-link',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link begins with {front}, but that part is only decoration: it really leads to {host}.',
  run({ parts }) {
    if ((parts.scheme !== 'http' && parts.scheme !== 'https') || parts.userinfo === '') return;
    if (!/[.:%]/.test(parts.userinfo) && parts.userinfo.length < 20) return;
    return { front: parts.userinfo.slice(0, 200), host: parts.unicodeHost };
  },
});
