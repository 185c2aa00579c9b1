import { createHash } from 'node:crypto';
import { isIP } from 'node:net';

const MOST_HOSTS = 5;
const MOST_PATHS = 6;

/**
 * SHA-256 (hex) of the expressions by which Safe Browsing lists a URL: its host and up to four shorter ones, each with
 * the whole path and up to four folders above it (https://developers.google.com/safe-browsing/reference/URLs.and.Hashing).
 */
export function urlHashes(text: string): string[] {
  return expressionsOf(text).map((expression) => createHash('sha256').update(expression).digest('hex'));
}

/** The expressions themselves: `b.example/1/`. They hold the URL and never leave. */
export function expressionsOf(text: string): string[] {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return [];
  const host = canonical(url.hostname)
    .replace(/^\.+|\.+$/g, '')
    .replace(/\.{2,}/g, '.')
    .toLowerCase();
  const path = canonical(url.pathname).replace(/\/{2,}/g, '/');
  const query = url.search === '' ? '' : canonical(url.search);
  const paths = pathsOf(path, query);
  return [...new Set(hostsOf(host).flatMap((part) => paths.map((page) => part + page)))];
}

function hostsOf(host: string): string[] {
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return [host];
  const labels = host.split('.');
  const hosts = [host];
  for (let count = Math.min(labels.length - 1, 5); count >= 2 && hosts.length < MOST_HOSTS; count -= 1) {
    hosts.push(labels.slice(-count).join('.'));
  }
  return hosts;
}

function pathsOf(path: string, query: string): string[] {
  const paths = [path + query, path, '/'];
  const folders = path.split('/').slice(1, -1);
  let above = '/';
  for (const folder of folders.slice(0, 3)) {
    above += `${folder}/`;
    paths.push(above);
  }
  return [...new Set(paths)].slice(0, MOST_PATHS);
}

/** Escapes nested deeper than that are an attack on our time; such a URL is on no list. */
const MOST_UNESCAPES = 32;

/** Unescapes until nothing changes, then escapes what is not plain ASCII, byte by byte. */
function canonical(text: string): string {
  let bytes = text;
  for (let times = 0; times < MOST_UNESCAPES; times += 1) {
    const next = bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (next === bytes) break;
    bytes = next;
  }
  return bytes.replace(/[^!-~]|[#%]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
