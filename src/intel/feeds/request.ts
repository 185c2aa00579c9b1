import { Buffer } from 'node:buffer';
import { type FeedLimits, FeedRefusal } from './limits.ts';

/** What asking a source needs to know. */
export interface Asking {
  limits: FeedLimits;
  /** Http too, for a server in one's own network. */
  insecure: boolean;
  /** Sent to the source's own origin only, never to where it redirects. */
  headers: Record<string, string>;
  /** Ends with the time of the whole update. */
  signal: AbortSignal;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** Counted: throws when it is larger or slower than it may be. */
  body: AsyncIterable<Uint8Array>;
}

const AGENT = 'lurecheck (feed update)';

/**
 * One GET with the limits of a feed. Redirects are followed by hand: a few, to https only, without the key of the first
 * host. Throws FeedRefusal for whatever the source does wrong.
 */
export async function request(address: string, asking: Asking, more: Record<string, string> = {}): Promise<Answer> {
  const origin = new URL(address).origin;
  let url = new URL(address);
  for (let hop = 0; hop <= asking.limits.redirects; hop += 1) {
    if (url.protocol !== 'https:' && !(asking.insecure && url.protocol === 'http:')) {
      throw new FeedRefusal(`the source ${hop > 0 ? 'redirects to' : 'is'} an address without https`);
    }
    const idle = new AbortController();
    const timer = setTimeout(() => idle.abort(), asking.limits.silenceMs);
    let response: Response;
    try {
      response = await fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.any([idle.signal, asking.signal]),
        headers: { 'user-agent': AGENT, ...more, ...(url.origin === origin && asking.headers) },
      });
    } catch (error) {
      throw refusalOf(error, idle.signal, asking.signal);
    } finally {
      clearTimeout(timer);
    }
    const target = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (target === null) {
      return { status: response.status, headers: response.headers, body: counted(response, asking, idle) };
    }
    await response.body?.cancel();
    const next = URL.parse(target, url);
    if (!next) throw new FeedRefusal('the source redirects to no address');
    url = next;
  }
  throw new FeedRefusal('the source redirects in circles');
}

async function* counted(response: Response, asking: Asking, idle: AbortController): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > asking.limits.downloadBytes) {
    await response.body.cancel();
    throw tooLarge(asking.limits);
  }
  let size = 0;
  let timer = setTimeout(() => idle.abort(), asking.limits.silenceMs);
  try {
    for await (const chunk of response.body) {
      clearTimeout(timer);
      size += chunk.length;
      if (size > asking.limits.downloadBytes) throw tooLarge(asking.limits);
      yield chunk;
      timer = setTimeout(() => idle.abort(), asking.limits.silenceMs);
    }
  } catch (error) {
    throw refusalOf(error, idle.signal, asking.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** A small answer as text. */
export async function textOfAnswer(body: AsyncIterable<Uint8Array>, most: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > most) throw new FeedRefusal('an answer of the source is larger than it may be');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(limits: FeedLimits): FeedRefusal {
  return new FeedRefusal(`it is larger than ${Math.round(limits.downloadBytes / 1024 / 1024)} MB`);
}

function refusalOf(error: unknown, idle: AbortSignal, total: AbortSignal): Error {
  if (error instanceof FeedRefusal) return error;
  if (total.aborted) return new FeedRefusal('it took too long');
  if (idle.aborted) return new FeedRefusal('the source stopped answering');
  // `fetch failed` says nothing; its cause does.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = (cause as NodeJS.ErrnoException).code;
  return new FeedRefusal(`the source could not be reached${code ? ` (${code})` : ''}`);
}
