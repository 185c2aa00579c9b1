import { reasonOf } from '../errors.ts';
import type { FileRef, Gap } from '../model.ts';

/**
 * Downloads a file from Slack with the bot's token.
 *
 * The token goes to Slack's own hosts only, the address of a file comes from the outside (a "remote file" points
 * anywhere), and a missing right is answered with a login page and status 200: so hosts are fenced on every hop, and what
 * could be the login page is never taken for the file.
 */
export interface Downloads {
  token: string;
  /** Origin of SLACK_API_URL: counts as Slack's own, and alone may be plain http. */
  apiOrigin?: string;
  fetch?: typeof globalThis.fetch;
  maxBytes?: number;
  timeoutMs?: number;
}

export type Downloaded = { bytes: Uint8Array } | { gap: Pick<Gap, 'why'>['why']; detail: string };

const MAX_HOPS = 3;
const MAX_BYTES = 25 * 1024 * 1024;
const TIMEOUT_MS = 30_000;
const SLACK_HOSTS = ['slack.com', 'slack-edge.com', 'slack-files.com'];

/** Never rejects for what Slack answers; rejects when Slack cannot be reached or is ill, so that the job tries again. */
export async function download(file: FileRef, downloads: Downloads): Promise<Downloaded> {
  const { maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS } = downloads;
  if (!file.url) return { gap: 'no-access', detail: 'no address' };
  if ((file.size ?? 0) > maxBytes) return { gap: 'too-large', detail: 'announced size' };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await follow(file, downloads, maxBytes, signal);
  } catch (error) {
    if (signal.aborted) return { gap: 'timeout', detail: 'took too long' };
    throw error instanceof UnreachableError ? error : new UnreachableError(reasonOf(error));
  }
}

/** Slack is out of reach or ill: worth another try. */
export class UnreachableError extends Error {
  override name = 'UnreachableError';
}

async function follow(
  file: FileRef,
  { token, apiOrigin, fetch = globalThis.fetch }: Downloads,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Downloaded> {
  let url = URL.parse(file.url ?? '');
  for (let hop = 0; hop <= MAX_HOPS; hop += 1) {
    if (!url || !isSlacks(url, apiOrigin)) return { gap: 'no-access', detail: 'not a host of Slack' };
    const headers: Record<string, string> = takesToken(url, apiOrigin) ? { authorization: `Bearer ${token}` } : {};
    const response = await fetch(url, { headers, redirect: 'manual', signal });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      url = URL.parse(response.headers.get('location') ?? '', url);
      if (url?.searchParams.has('redir')) return { gap: 'no-access', detail: 'sent to the login page' };
      continue;
    }
    if (response.status === 429 || response.status >= 500) {
      await response.body?.cancel();
      throw new UnreachableError(`Slack answered a download with status ${response.status}`);
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { gap: 'no-access', detail: `status ${response.status}` };
    }
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
      await response.body?.cancel();
      return { gap: 'too-large', detail: 'content-length' };
    }
    const bytes = await readUpTo(response, maxBytes);
    if (!bytes) return { gap: 'too-large', detail: 'more bytes than announced' };
    if (isLoginPage(file, response.headers.get('content-type') ?? '', bytes)) {
      return { gap: 'no-access', detail: 'login page' };
    }
    return { bytes };
  }
  return { gap: 'no-access', detail: 'too many redirects' };
}

/** Undefined when there is more than `limit`: whatever Content-Length said. */
async function readUpTo(response: Response, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function hostIn(url: URL, hosts: readonly string[]): boolean {
  return hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
}

function isSlacks(url: URL, apiOrigin?: string): boolean {
  return url.origin === apiOrigin || (url.protocol === 'https:' && url.port === '' && hostIn(url, SLACK_HOSTS));
}

function takesToken(url: URL, apiOrigin?: string): boolean {
  return url.origin === apiOrigin || hostIn(url, ['slack.com']);
}

/**
 * HTML where none was expected, or Slack's sign-in where HTML was: an attacker who makes his file look like the sign-in
 * page gets "could not check", never a clean verdict.
 */
function isLoginPage(file: FileRef, contentType: string, bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4_096)).toString('latin1').trimStart().toLowerCase();
  const html = contentType.includes('text/html') || /^(?:<!doctype html|<html)/.test(head);
  if (!html) return false;
  const expected = /html/i.test(file.mimetype ?? '') || /\.x?html?$/i.test(file.name);
  if (!expected && contentType.includes('text/html')) return true;
  return /<title>[^<]{0,80}\bslack\s*<\/title>|slack\.com\/signin|[?&]redir=/.test(head);
}
