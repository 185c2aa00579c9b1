import { defineCheck } from '../check.ts';

/** Schemes that start something on the reader's own machine, or bring their page along in the link. */
const ODD =
  /^(?:file|smb|javascript|vbscript|data|blob|search|search-ms|shell|ms-[a-z.-]{2,40}|msdt|ldap|jar|view-source|res|mhtml|hcp|intent|rdp)$/;

/**
 * Lets pass inline pictures, the empty script of old templates, paths on one's own machine, and a directory server in
 * plain text, which technicians quote at each other.
 */
export const oddScheme = defineCheck({
  id: 'odd-scheme',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link does not open a web page but starts something on your computer ({scheme}).',
  run({ source, parts, url }) {
    if (source === 'image' || !ODD.test(parts.scheme)) return;
    if (parts.scheme === 'ldap' && source === 'text') return;
    // `file:////server/share` has no host either, and does lead to somebody else's machine.
    if (parts.scheme === 'file' && parts.host === '' && !/^\/[/\\]/.test(parts.path)) return;
    if (parts.scheme === 'data' && /^data:image\/(?!svg)/i.test(url.slice(0, 40))) return;
    if (
      parts.scheme === 'javascript' &&
      /^javascript:\s{0,5}(?:void\s{0,3}\(?\s{0,3}0\s{0,3}\)?)?;?\s{0,5}$/i.test(url.slice(0, 60))
    )
      return;
    return { scheme: parts.scheme };
  },
});
