import { base64Text, onPath, parameter, type Rewriter, unescaped } from './rewriter-kit.ts';

/**
 * The link services of mail filters. Formats: the vendors' public documentation and observation of rewritten links. Only
 * hosts that the vendors own: on a host of the attacker's, an inner address would hide his.
 */
export const GATEWAYS: readonly Rewriter[] = [
  {
    name: 'proofpoint',
    hosts: ['urldefense.proofpoint.com', 'urldefense.com', 'urldefense.us'],
    inner: (url, text) => {
      if (url.pathname.startsWith('/v3/')) return proofpoint3(text);
      const target = url.searchParams.get('u') ?? '';
      return url.pathname.startsWith('/v2/') ? unescaped(target.replaceAll('-', '%').replaceAll('_', '/')) : target;
    },
  },
  {
    name: 'safelinks',
    hosts: ['.safelinks.protection.outlook.com', '.safelinks.protection.office365.us', '.safelinks.o365.us'],
    inner: parameter('url'),
  },
  { name: 'barracuda', hosts: ['linkprotect.cudasvc.com', '.linkprotect.cudasvc.com'], inner: parameter('a') },
  {
    name: 'cisco',
    hosts: ['secure-web.cisco.com', '.secure-web.cisco.com'],
    inner: (url) => unescaped(/^\/[^/]+\/(https?(?:%3a|:).+)$/i.exec(url.pathname)?.[1]),
    sealed: /^https?:\/\/[^/]+\/[\w-]{40,}\/?$/i,
  },
  {
    name: 'symantec',
    hosts: ['clicktime.symantec.com', 'clicktime.cloud.postoffice.net'],
    inner: parameter('u', 'U'),
    sealed: /^https?:\/\/clicktime\.symantec\.com\/\w{10,}/i,
  },
  {
    name: 'fireeye',
    hosts: ['protect2.fireeye.com', 'protect.fireeye.com', '.protect2.fireeye.com'],
    inner: parameter('u'),
  },
  {
    name: 'sophos',
    hosts: ['.protection.sophos.com'],
    inner: (url) => base64Text(url.searchParams.get('u')),
  },
  { name: 'trend-micro', hosts: ['.ctp.trendmicro.com', 'ctp.trendmicro.com'], inner: parameter('url') },
  {
    name: 'check-point',
    hosts: ['url.avanan.click', 'protect.checkpoint.com', '.protect.checkpoint.com', '.url-protection.com'],
    inner: (url, text) =>
      url.searchParams.get('o') ?? unescaped(/___(.{1,8000}?)___/.exec(text)?.[1]?.replace(/\*(?=[0-9a-f]{2})/gi, '%')),
    // The `r01` form shifts the letters inside: known by its shape only.
    sealed: /___/,
  },
  { name: 'titanhq', hosts: ['linklock.titanhq.com'], inner: parameter('url') },
  { name: 'esva', hosts: ['urlsand.esvalabs.com', '.urlsand.com', 'urlsand.com'], inner: parameter('u') },
  {
    name: 'amazon-ses',
    hosts: ['.awstrack.me'],
    inner: (url) => unescaped(/^\/C?L0\/([^/]+)/.exec(url.pathname)?.[1]),
  },
  { name: 'azure', hosts: ['emails.azure.microsoft.com'], inner: parameter('destination') },
  { name: 'whatsapp', hosts: ['l.wl.co'], inner: parameter('u') },
  { name: 'slack', hosts: ['slack-redir.net', 'www.slack-redir.net'], inner: parameter('url') },
  // Gmail and Google's documents put it round every link that they show.
  {
    name: 'google',
    hosts: [/^(?:www\.|plus\.)?google\.(?:com?\.)?[a-z]{2,3}$/],
    inner: onPath(/^\/url$/, 'q', 'url'),
  },
  {
    name: 'mimecast',
    hosts: ['.mimecast.com', '.mimecastprotect.com'],
    inner: () => undefined,
    sealed: /^https?:\/\/(?:protect-[a-z0-9]+\.mimecast\.com|url\.[a-z0-9.]+\.mimecastprotect\.com)\/s\//i,
    hint: parameter('domain'),
  },
  {
    name: 'inky',
    hosts: ['shared.outlook.inky.com'],
    inner: () => undefined,
    sealed: /\/link\?/,
    hint: parameter('domain'),
  },
  { name: 'trustwave', hosts: ['scanmail.trustwave.com'], inner: parameter('u') },
  { name: 'zix', hosts: ['link.edgepilot.com', 'link.zixcentral.com'], inner: parameter('u') },
  { name: 'egress', hosts: ['.defend.egress.com'], inner: parameter('url', 'u', 'crId'), sealed: /\/Warn\?/i },
  {
    name: 'bitdefender',
    hosts: ['linkscan.io', '.linkscan.io'],
    inner: (url) => base64Text(/^\/scan\/(?:ux\/)?([\w+=-]{12,8000})/.exec(url.pathname)?.[1]),
  },
  {
    name: 'teams',
    hosts: ['statics.teams.cdn.office.net', 'statics.teams.microsoft.com'],
    inner: onPath(/safelinks/, 'url'),
  },
  { name: 'forcepoint', hosts: ['.mailcontrol.com'], inner: () => undefined, sealed: /\/sr\//i },
  { name: 'greathorn', hosts: ['protection.greathorn.com'], inner: () => undefined, sealed: /\/lookupUrl\//i },
  { name: 'darktrace', hosts: ['.z.antigena.com'], inner: () => undefined, sealed: /\/l\//i },
  { name: 'vipre', hosts: ['url.emailprotection.link'], inner: () => undefined, sealed: /\/\?/ },
];

const RUN_LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Version 3 takes the odd characters out of the URL and keeps them in base64 behind it: `*` stands for one of them,
 * `**X` for a run whose length the letter tells.
 */
function proofpoint3(text: string): string | undefined {
  const [, address, kept] = /\/v3\/__(.{1,8000}?)__;([\w-]*)!/.exec(text) ?? [];
  if (address === undefined) return undefined;
  const odd = [...Buffer.from(kept ?? '', 'base64url').toString('utf8')];
  let at = 0;
  const whole = address.replace(/\*(?:\*(.))?/g, (_, letter: string | undefined) => {
    const length = letter === undefined ? 1 : RUN_LENGTHS.indexOf(letter) + 2;
    at += length;
    return odd.slice(at - length, at).join('');
  });
  return whole.replace(/^(https?:\/)(?!\/)/i, '$1/');
}
