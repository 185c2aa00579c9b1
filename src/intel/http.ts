import type { z } from 'zod';
import { ServiceError } from './provider.ts';

const MOST_BYTES = 1_000_000;

export interface Call {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string | URLSearchParams;
  signal: AbortSignal;
  /** Statuses that are an answer and no fault. */
  also?: number[];
  /** Statuses by which it turns down a key, beside the usual ones. */
  refusals?: number[];
}

/**
 * One call of a service, and its JSON in the shape that is expected. Never follows a redirect: that would carry the key
 * and the question to somebody else. Everything that goes wrong between here and a well-formed answer is the service's.
 */
export async function callJson<T>(schema: z.ZodType<T>, call: Call): Promise<T> {
  const { status, text } = await send(call);
  if (status === 429 || status === 509) throw new ServiceError('quota', `quota used up (${status})`);
  if (status === 401 || status === 403 || call.refusals?.includes(status))
    throw new ServiceError('refused', `the key is not accepted (${status})`);
  if (status >= 500) throw new ServiceError('down', `it answers ${status}`);
  if (status !== 200 && !call.also?.includes(status)) throw new ServiceError('rubbish', `it answers ${status}`);
  const parsed = schema.safeParse(jsonOf(text));
  if (!parsed.success) throw new ServiceError('rubbish', 'its answer is not of the shape that its documents promise');
  return parsed.data;
}

async function send({
  url,
  method = 'GET',
  headers = {},
  body,
  signal,
}: Call): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, {
      method,
      body,
      signal,
      redirect: 'manual',
      headers: { accept: 'application/json', 'user-agent': 'lurecheck', ...headers },
    });
    return { status: response.status, text: await limited(response) };
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    if (signal.aborted) throw new ServiceError('timeout', 'it took too long');
    // Only what fetch itself promises to throw: a mistyped call of ours is a fault of ours. Its cause names the address.
    if (error instanceof TypeError && error.cause !== undefined) throw new ServiceError('down', 'it cannot be reached');
    throw error;
  }
}

async function limited(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > MOST_BYTES) throw new ServiceError('rubbish', 'its answer is far too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ServiceError('rubbish', 'its answer is no JSON');
  }
}
