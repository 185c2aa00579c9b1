import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';

/** Tunnels to somebody's own machine, gateways to files that nobody can take down, and proxies that borrow a known name. */
const HOSTS = new Set(
  `trycloudflare.com ngrok.io ngrok.app ngrok-free.app ngrok.dev loca.lt serveo.net localhost.run devtunnels.ms
  ipfs.io dweb.link ipfs.dweb.link cloudflare-ipfs.com cf-ipfs.com nftstorage.link w3s.link ipfs.w3s.link pinata.cloud
  4everland.io fleek.co infura-ipfs.io translate.goog arweave.net lhr.life pagekite.me telebit.io localtunnel.me
  bore.pub zrok.io`.split(/\s+/),
);

/** Developers use tunnels among themselves: the services' own front pages and documentation pass. */
export const tunnelOrGatewayHost = defineCheck({
  id: 'tunnel-or-gateway-host',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link goes through {host}, a service that hides who runs the page.',
  run({ source, parts }) {
    if (source === 'image') return;
    const host = entryAbove(parts.host, HOSTS);
    if (host === undefined) return;
    const front = parts.host.slice(0, -host.length).replace(/\.$/, '');
    const gateway = /^\/(?:ipfs|ipns)\//.test(parts.path) || host === 'arweave.net';
    if (!gateway && /^(?:|www|docs|blog|status|dashboard|api|app)$/.test(front)) return;
    return { host: parts.unicodeHost };
  },
});
