import { base64Text, onPath, parameter, type Rewriter, unescaped } from './rewriter-kit.ts';

/**
 * Pages of large sites that pass a visitor on to an address that stands in their own. As with gateways: only hosts that
 * the attacker does not own.
 */
export const SITES: readonly Rewriter[] = [
  {
    name: 'google-amp',
    hosts: [/^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/, '.cdn.ampproject.org'],
    inner: (url) => {
      const [, secure, rest] = /^\/(?:amp|[civr])\/(s\/)?([^/]+\.[^/]+.*)$/.exec(url.pathname) ?? [];
      return rest ? `http${secure ? 's' : ''}://${rest}${url.search}` : undefined;
    },
  },
  {
    name: 'doubleclick',
    hosts: [
      'www.googleadservices.com',
      'googleads.g.doubleclick.net',
      'adclick.g.doubleclick.net',
      'ad.doubleclick.net',
      'clickserve.dartsearch.net',
    ],
    inner: (url) =>
      parameter('adurl', 'ds_dest_url')(url) ??
      unescaped(/[?;](https?(?::|%3a).{3,8000})$/i.exec(url.pathname + url.search)?.[1]),
  },
  {
    name: 'bing',
    hosts: ['www.bing.com', 'bing.com'],
    inner: (url) => {
      const target = onPath(/^\/(?:ck\/a|aclick|aclk)$/, 'u')(url);
      return target && /^a1/.test(target) ? base64Text(target.slice(2)) : base64Text(target);
    },
  },
  { name: 'youtube', hosts: ['www.youtube.com', 'youtube.com', 'm.youtube.com'], inner: onPath(/^\/redirect$/, 'q') },
  {
    name: 'facebook',
    hosts: [
      'l.facebook.com',
      'lm.facebook.com',
      'www.facebook.com',
      'm.facebook.com',
      'l.messenger.com',
      'l.workplace.com',
      'l.instagram.com',
      'l.threads.com',
      'l.threads.net',
    ],
    inner: onPath(/^\/(?:l\.php|flx\/warn\/?)?$/, 'u'),
  },
  {
    name: 'linkedin',
    hosts: ['www.linkedin.com', 'linkedin.com'],
    inner: onPath(/^\/(?:redir\/[\w-]+|redir|safety\/go|authwall\/redirect)\/?$/, 'url'),
  },
  { name: 'tumblr', hosts: ['t.umblr.com'], inner: onPath(/^\/redirect$/, 'z') },
  { name: 'duckduckgo', hosts: ['duckduckgo.com', 'www.duckduckgo.com'], inner: onPath(/^\/l\/?$/, 'uddg') },
  {
    name: 'yahoo',
    hosts: ['.search.yahoo.com', 'r.search.yahoo.com'],
    inner: (url) => unescaped(/\/RU=([^/]{8,8000})/.exec(url.pathname)?.[1]),
  },
  {
    name: 'baidu',
    hosts: ['www.baidu.com', 'baidu.com', 'm.baidu.com'],
    inner: onPath(/^\/(?:link|from=)/, 'url', 'src'),
    sealed: /^https?:\/\/(?:www\.|m\.)?baidu\.com\/(?:link\?|from=|baidu\.php\?)/i,
  },
  { name: 'steam', hosts: ['steamcommunity.com'], inner: onPath(/^\/linkfilter\/?$/, 'url', 'u') },
  { name: 'vk', hosts: ['vk.com', 'm.vk.com', 'away.vk.com', 'vk.ru'], inner: onPath(/^\/away(?:\.php)?$/, 'to') },
  { name: 'ok', hosts: ['ok.ru', 'www.ok.ru', 'm.ok.ru'], inner: onPath(/^\/dk$/, 'st.link') },
  {
    name: 'yandex',
    hosts: ['yandex.ru', 'yandex.com', 'sba.yandex.net', 'sba.yandex.ru'],
    inner: onPath(/redir/, 'url'),
  },
  { name: 'mail-ru', hosts: ['click.mail.ru', 'r.mail.ru'], inner: parameter('u', 'url') },
  { name: 'reddit', hosts: ['out.reddit.com'], inner: parameter('url') },
  { name: 'medium', hosts: ['medium.com', 'www.medium.com'], inner: onPath(/^\/r\/?$/, 'url') },
  { name: 'disqus', hosts: ['disq.us'], inner: onPath(/^\/url$/, 'url') },
  { name: 'soundcloud', hosts: ['exit.sc', 'gate.sc'], inner: parameter('url') },
  { name: 'tiktok', hosts: ['www.tiktok.com'], inner: onPath(/^\/link\/v2$/, 'target') },
  { name: 'zhihu', hosts: ['link.zhihu.com'], inner: parameter('target') },
  { name: 'csdn', hosts: ['link.csdn.net'], inner: parameter('target') },
  { name: 'juejin', hosts: ['link.juejin.cn', 'link.juejin.im'], inner: parameter('target') },
  {
    name: 'jianshu',
    hosts: ['www.jianshu.com', 'links.jianshu.com'],
    inner: onPath(/^\/go(?:-wild)?\/?$/, 'url', 'to'),
  },
  { name: 'gitee', hosts: ['gitee.com'], inner: onPath(/^\/link$/, 'target') },
  { name: 'douban', hosts: ['www.douban.com'], inner: onPath(/^\/link2\/?$/, 'url') },
  { name: 'qq', hosts: ['c.pc.qq.com'], inner: parameter('pfurl', 'url') },
];

/** Services that count clicks on links in mail and name the target in clear, signed. */
export const COUNTERS: readonly Rewriter[] = [
  {
    name: 'affiliate',
    hosts: [
      'redirect.viglink.com',
      'go.skimresources.com',
      'go.redirectingat.com',
      'click.linksynergy.com',
      'www.awin1.com',
      'clk.tradedoubler.com',
      'track.webgains.com',
      'www.shareasale.com',
    ],
    inner: parameter('u', 'url', 'murl', 'ued', 'p', 'wgtarget', 'urllink'),
  },
  { name: 'mandrill', hosts: ['mandrillapp.com', '.mandrillapp.com'], inner: mandrill },
  {
    name: 'customer-io',
    hosts: ['.customeriomail.com', 'track.customer.io', 'e.customeriomail.com'],
    inner: (url) => field(base64Text(/^\/e\/c\/([\w+=-]{8,8000})/.exec(url.pathname)?.[1]), 'href'),
  },
  {
    name: 'postmark',
    hosts: ['click.pstmrk.it'],
    inner: (url) => {
      const target = unescaped(/^\/[23]s?\/([^/]{4,8000})/.exec(url.pathname)?.[1]);
      return target && !/^https?:/i.test(target) ? `https://${target}` : target;
    },
  },
  {
    name: 'mailjet',
    hosts: ['.mjt.lu'],
    inner: (url) => base64Text(/^\/lnk\/[^/]+\/[^/]+\/[^/]+\/([\w+=-]{8,8000})/.exec(url.pathname)?.[1]),
  },
];

/** JSON in base64, and in it JSON again: signed, so that nobody but the service can write another target into it. */
function mandrill(url: URL): string | undefined {
  const outer = url.pathname.startsWith('/track/click/') ? base64Text(parameter('p')(url)) : undefined;
  return field(field(outer, 'p'), 'url');
}

function field(json: string | undefined, name: string): string | undefined {
  try {
    const value: unknown = (JSON.parse(json ?? '') as Record<string, unknown> | null)?.[name];
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
