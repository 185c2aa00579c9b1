import { GATEWAYS } from './gateways.ts';
import { COUNTERS, SITES } from './redirectors.ts';
import type { Rewriter } from './rewriter-kit.ts';

/**
 * Link rewriters: gateways and services that put their own address before the real one. Decoded from the string alone,
 * never by asking them (asking would consume tokens, and tell the attacker). None can be forged into hiding more than one
 * layer, since the outer form is kept as `original`.
 */
export interface Unwrapped {
  /** Where a sealed layer names the target's host, that host's front page. */
  url: string;
  /** Names of the layers, outermost first. */
  rewriters: string[];
}

/** An innermost layer that nobody but its maker can decode. `hinted`: it names the target's host in clear. */
export interface Sealed {
  name: string;
  hinted: boolean;
}

const MAX_LAYERS = 5;

/** Takes off every rewriter, outermost first, at most five: more layers are a sign of their own. */
export function unwrap(text: string): Unwrapped {
  const rewriters: string[] = [];
  let url = text;
  while (rewriters.length < MAX_LAYERS) {
    const layer = unwrapOnce(url);
    if (!layer) break;
    rewriters.push(layer.rewriter.name);
    if (layer.inner === undefined) {
      if (layer.hint) url = `https://${layer.hint}/`;
      break;
    }
    url = layer.inner;
  }
  return { url, rewriters };
}

/** Whether an unwrapped link still lies behind a layer that cannot be decoded. */
export function sealedBy({ url, rewriters }: Unwrapped): Sealed | undefined {
  const last = ALL.find(({ name }) => name === rewriters.at(-1));
  if (last?.sealed?.test(url)) return { name: last.name, hinted: false };
  return last?.hint ? { name: last.name, hinted: true } : undefined;
}

/** The addresses of large sites that a link passes through, outermost first. */
export function frontsOf(text: string): string[] {
  const fronts: string[] = [];
  let url = text;
  for (let layers = 0; layers < MAX_LAYERS; layers += 1) {
    const layer = unwrapOnce(url);
    if (layer?.inner === undefined) break;
    if (SITES.includes(layer.rewriter)) fronts.push(url);
    url = layer.inner;
  }
  return fronts;
}

interface Layer {
  rewriter: Rewriter;
  inner?: string;
  hint?: string;
}

function unwrapOnce(text: string): Layer | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.replace(/\.$/, '');
  for (const rewriter of candidates(host)) {
    const inner = webAddress(rewriter.inner(url, text));
    if (inner) return { rewriter, inner };
    if (!rewriter.sealed?.test(text)) continue;
    const hint = rewriter.hint?.(url)?.toLowerCase();
    return hint && /^[\p{L}\p{N}.-]{1,250}\.[\p{L}\p{N}-]{2,63}$/u.test(hint) ? { rewriter, hint } : { rewriter };
  }
  return undefined;
}

const ALL = [...GATEWAYS, ...SITES, ...COUNTERS];
const EXACT = new Map<string, Rewriter[]>();
const BELOW = new Map<string, Rewriter[]>();
const PATTERNS: { pattern: RegExp; rewriter: Rewriter }[] = [];
for (const rewriter of ALL) {
  for (const host of rewriter.hosts) {
    if (typeof host !== 'string') {
      PATTERNS.push({ pattern: host, rewriter });
      continue;
    }
    const known = host.startsWith('.') ? BELOW : EXACT;
    known.set(host, [...(known.get(host) ?? []), rewriter]);
  }
}

/** Who may have written an address on this host: most hosts are nobody's, and are told by a few look-ups. */
function candidates(host: string): Rewriter[] {
  const found = [...(EXACT.get(host) ?? [])];
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
    found.push(...(BELOW.get(host.slice(dot)) ?? []));
  }
  if (host.includes('google.')) {
    for (const { pattern, rewriter } of PATTERNS) if (pattern.test(host)) found.push(rewriter);
  }
  return found;
}

/** The decoded target where it is one that a browser would open; `example.com/x` without scheme counts. */
function webAddress(target: string | undefined): string | undefined {
  const text = target?.trim();
  if (!text) return undefined;
  if (/^(?:https?|ftp|file):/i.test(text)) return URL.parse(text) ? text : undefined;
  return /^[^\s/?#:@]{1,255}\.[^\s/?#:@.]{2,63}(?:[/:?#]|$)/.test(text) ? `http://${text}` : undefined;
}
