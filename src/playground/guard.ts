import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Headers of every answer. Nothing is loaded from anywhere else, no inline script runs, nothing may frame the page:
 * the posts on it quote hostile mail.
 */
export function setHeaders(response: ServerResponse): void {
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
}

/**
 * Whether the request comes from the page itself. A foreign page in the same browser could otherwise post here (CSRF), or
 * reach us under a name of its own that resolves to this machine (DNS rebinding).
 */
export function isOurs(request: IncomingMessage, hosts: readonly string[]): boolean {
  const host = request.headers.host ?? '';
  if (!hosts.includes(host)) return false;
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined ? site === 'same-origin' : origin === `http://${host}`;
}
