/**
 * Link rewriters: mail gateways and services that put their own address before the real one. Decoded from the string
 * alone, never by asking them (asking would consume tokens, and tell the attacker). Formats: the vendors' public
 * documentation and observation of rewritten links; none can be forged into hiding more than one layer, since the outer
 * form is kept as `original`.
 */
interface Rewriter {
  name: string;
  /** Host, or with a leading dot any host below it. */
  hosts: readonly string[];
  /** The inner URL; undefined where this is not a rewritten link, or nobody but the vendor can decode it. */
  inner(url: URL, text: string): string | undefined;
  /** Recognised by name although it cannot be decoded. */
  sealed?: RegExp;
}

const MAX_LAYERS = 5;

const parameter =
  (...names: string[]) =>
  (url: URL): string | undefined => {
    for (const name of names) {
      const value = url.searchParams.get(name);
      if (value) return value;
    }
    return undefined;
  };

const REWRITERS: readonly Rewriter[] = [
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
  { name: 'barracuda', hosts: ['linkprotect.cudasvc.com'], inner: parameter('a') },
  {
    name: 'cisco',
    hosts: ['secure-web.cisco.com', '.secure-web.cisco.com'],
    inner: (url) => unescaped(/^\/[^/]+\/(https?(?:%3a|:).+)$/i.exec(url.pathname)?.[1]),
  },
  { name: 'symantec', hosts: ['clicktime.symantec.com'], inner: parameter('u') },
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
  { name: 'esva', hosts: ['urlsand.esvalabs.com'], inner: parameter('u') },
  {
    name: 'amazon-ses',
    hosts: ['.awstrack.me'],
    inner: (url) => unescaped(/^\/L0\/([^/]+)/.exec(url.pathname)?.[1]),
  },
  { name: 'azure', hosts: ['emails.azure.microsoft.com'], inner: parameter('destination') },
  { name: 'whatsapp', hosts: ['l.wl.co'], inner: parameter('u') },
  { name: 'slack', hosts: ['slack-redir.net', 'www.slack-redir.net'], inner: parameter('url') },
  {
    name: 'google',
    hosts: ['google.com', 'www.google.com', 'www.google.cn', 'www.google.co.uk', 'www.google.co.jp', 'www.google.de'],
    inner: (url) => (url.pathname === '/url' ? parameter('q', 'url')(url) : undefined),
  },
  {
    name: 'mimecast',
    hosts: ['.mimecast.com', '.mimecastprotect.com'],
    inner: () => undefined,
    sealed: /^https?:\/\/(?:protect-[a-z0-9]+\.mimecast\.com|url\.[a-z0-9.]+\.mimecastprotect\.com)\/s\//i,
  },
  { name: 'inky', hosts: ['shared.outlook.inky.com'], inner: () => undefined, sealed: /\/link\?/ },
];

/** Takes off every rewriter, outermost first, at most five: more layers are a sign of their own. */
export function unwrap(text: string): { url: string; rewriters: string[] } {
  const rewriters: string[] = [];
  let url = text;
  while (rewriters.length < MAX_LAYERS) {
    const layer = unwrapOnce(url);
    if (!layer) break;
    rewriters.push(layer.name);
    if (layer.inner === undefined) break;
    url = layer.inner;
  }
  return { url, rewriters };
}

function unwrapOnce(text: string): { name: string; inner?: string } | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/\.$/, '');
  const rewriter = REWRITERS.find(({ hosts }) =>
    hosts.some((known) => (known.startsWith('.') ? host.endsWith(known) : host === known)),
  );
  if (!rewriter) return undefined;
  const inner = webAddress(rewriter.inner(url, text));
  if (inner) return { name: rewriter.name, inner };
  return rewriter.sealed?.test(text) ? { name: rewriter.name } : undefined;
}

/** The decoded target where it is one that a browser would open; `example.com/x` without scheme counts. */
function webAddress(target: string | undefined): string | undefined {
  const text = target?.trim();
  if (!text) return undefined;
  if (/^(?:https?|ftp|file):/i.test(text)) return URL.parse(text) ? text : undefined;
  return /^[^\s/?#:@]{1,255}\.[^\s/?#:@.]{2,63}(?:[/:?#]|$)/.test(text) ? `http://${text}` : undefined;
}

function unescaped(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function base64Text(text: string | null): string | undefined {
  return text ? Buffer.from(text, 'base64').toString('utf8') : undefined;
}

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
