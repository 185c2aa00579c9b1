import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';

const KITS: RegExp[] = [
  /\/(?:banks|directing|folders)\/[a-z0-9 -]{2,30}(?:\/|$)/,
  /cmd=(?:login_submit|_login|_account|_flow)/,
  /\/webscr(?:[/.?]|$)|\/webapps\/mpp/,
  /(?:checkpoint_next|incorrect_email|login_to_facebook|update_security|confirm_login)\.(?:html?|php)/,
  /inboxlight\.?aspx/,
  /\.verify\?(?:service|guce)|accesstofile=|encryptedcookie=/,
  /\/ap\/signin|\/servicelogin(?:[/?]|$)|\/signin\/v2\/identifier|\/common\/oauth2\/v2\.0\/authorize/,
  /\/(?:office365|o365|owa365|microsoftonline|adobepdf|pdf_user|dropboxdoc|docusigndoc)\/[^?]{0,60}(?:\.php|\.html?|\/)$/,
  /(?:auth_screen|login_preload\.do|ucpc_welcomescr|icmclub-icm_login|\/vpss\/|userlogin\.jsp)/,
];

/**
 * Names of files and parameters that ready-made false pages bring with them, and the paths of great houses' sign-in pages
 * on sites that are not theirs. A folder for several banks is no bank's.
 */
export const knownKitPath = defineCheck({
  id: 'known-kit-path',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link to {host} has {piece} in it, as ready-made false sign-in pages do.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const tail = `${link.parts.path}${link.parts.query === '' ? '' : `?${link.parts.query}`}`
      .toLowerCase()
      .slice(0, 1_000);
    for (const kit of KITS) {
      const piece = kit.exec(tail)?.[0];
      if (piece) return { host: link.parts.unicodeHost, piece: piece.slice(0, 60) };
    }
    return;
  },
});
