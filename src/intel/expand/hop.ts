import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { hostOf } from './fence.ts';

/** One address asked, as far as it matters: where it leads on to, as written. */
export interface HopAnswer {
  status: number;
  target?: string;
}

export interface HopOptions {
  /** The address that was checked. Nothing else is connected to. */
  address: string;
  signal: AbortSignal;
  /** Bytes that may still be read for this link; counted down. */
  budget: { bytes: number };
  /** Where a connection to a public address really goes: for tests, which have none. */
  dial?: Dial;
}
export type Dial = (address: string, port: number) => { host: string; port: number };

/** No answer that could be used. The message holds nothing of what was asked. */
export class HopError extends Error {
  override name = 'HopError';
}

/** Says what it is asked with, and not by whom. */
const AGENT = 'Mozilla/5.0';
const MAX_HEADER = 16_384;

/**
 * Asks one address where it leads: by HEAD, and by GET where HEAD is not served or the answer is a page, which may send
 * its reader on. Connects to the given address only, whatever the name would resolve to by now. Sends no cookie, no
 * referrer and no credentials, keeps nothing, and runs nothing. Rejects with `HopError`.
 */
export async function askHop(url: URL, options: HopOptions): Promise<HopAnswer> {
  const head = await send('HEAD', url, options);
  const onward = targetIn(head);
  head.destroy();
  const status = head.statusCode ?? 0;
  if (onward !== undefined) return { status, target: onward };
  const served = status < 400 || status === 429;
  if (served && !isPage(head)) return { status };

  const got = await send('GET', url, options);
  const target = targetIn(got);
  if (target !== undefined || !isPage(got)) {
    got.destroy();
    return { status: got.statusCode ?? 0, ...(target !== undefined && { target }) };
  }
  const refresh = refreshIn(await pageOf(got, options));
  return { status: got.statusCode ?? 0, ...(refresh !== undefined && { target: refresh }) };
}

function send(
  method: 'HEAD' | 'GET',
  url: URL,
  { address, signal, dial = (host, port) => ({ host, port }) }: HopOptions,
): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const name = hostOf(url);
  const options: RequestOptions & { servername?: string } = {
    ...dial(address, Number(url.port) || (secure ? 443 : 80)),
    method,
    path: `${url.pathname}${url.search}`,
    // One of its own for each request: no line is kept, and no proxy of the environment is used.
    agent: false,
    signal,
    maxHeaderSize: MAX_HEADER,
    setHost: false,
    headers: {
      host: url.host,
      'user-agent': AGENT,
      accept: '*/*',
      'accept-encoding': 'identity',
      connection: 'close',
    },
    // The address is one: whoever asks for a second look is refused.
    lookup: (_, __, done) => done(new Error('no name is looked up here'), '', 0),
    ...(secure && { servername: isIP(name) === 0 ? name : '' }),
  };
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)(options, (response) => {
      // A line that breaks later is no news.
      response.on('error', () => {});
      resolve(response);
    });
    request.on('error', (error: NodeJS.ErrnoException) => reject(new HopError(reasonOf(error))));
    // A switch of protocols is no answer.
    request.on('upgrade', (_, socket) => {
      socket.destroy();
      reject(new HopError('it gave no proper answer'));
    });
    request.end();
  });
}

function reasonOf({ code = '' }: NodeJS.ErrnoException): string {
  if (code === 'HPE_HEADER_OVERFLOW') return 'its answer is far too long';
  if (code.startsWith('HPE_')) return 'it gave no proper answer';
  if (/CERT|TLS|SSL|SIGNATURE|ISSUER/.test(code)) return 'its certificate is not in order';
  return 'it cannot be reached';
}

/** Where the head of an answer leads on to: a redirect, or a page's order to go on. */
function targetIn({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  if (statusCode >= 300 && statusCode < 400 && statusCode !== 304 && headers.location) return utf8(headers.location);
  return statusCode < 300 && headers.refresh ? refreshOf(utf8(String(headers.refresh))) : undefined;
}

/** Headers arrive byte by byte; browsers read UTF-8 in them. */
function utf8(header: string): string {
  return Buffer.from(header, 'latin1').toString('utf8').trim();
}

function isPage({ statusCode = 0, headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? 'text/html';
  const coded = (headers['content-encoding'] ?? 'identity') !== 'identity';
  return (
    statusCode >= 200 &&
    statusCode < 300 &&
    statusCode !== 204 &&
    !coded &&
    /^\s*(?:text\/html|application\/xhtml)/i.test(type)
  );
}

/** What fits into the budget. A page that goes on beyond it is cut, and one that stalls ends with the link's time. */
async function pageOf(response: IncomingMessage, { budget, signal }: HopOptions): Promise<string> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece.subarray(0, budget.bytes));
      budget.bytes -= piece.length;
      if (budget.bytes <= 0) break;
    }
  } catch {
    if (signal.aborted) throw new HopError('it took too long');
    // A line that broke in the middle of a page: what came is looked at.
  } finally {
    response.destroy();
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** The first order in a page's markup to go elsewhere. Scripts are not run, so theirs stay unknown. */
function refreshIn(page: string): string | undefined {
  for (const [tag] of page.matchAll(/<meta\b[^<>]{0,4000}>/gi)) {
    if (!/http-equiv\s{0,20}=\s{0,20}["']?\s{0,20}refresh/i.test(tag)) continue;
    const [, double, single, bare] =
      /\bcontent\s{0,20}=\s{0,20}(?:"([^"]{0,4000})"|'([^']{0,4000})'|([^\s>]{1,4000}))/i.exec(tag) ?? [];
    const target = refreshOf((double ?? single ?? bare ?? '').replaceAll('&amp;', '&'));
    if (target !== undefined) return target;
  }
  return undefined;
}

/** `0; url='https://…'`. Without an address the page means itself. */
function refreshOf(text: string): string | undefined {
  const [, target = ''] = /^[\s\d.]{0,40}[;,\s]\s{0,40}(?:url\s{0,20}=\s{0,20})?["']?([^"']{1,4000})/i.exec(text) ?? [];
  return target.trim() || undefined;
}
