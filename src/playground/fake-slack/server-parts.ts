import type { IncomingMessage } from 'node:http';
import type { Json } from './types.ts';

/** The bearer token of a request; undefined when it carries none. */
export function bearerOf(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

/** Reads a whole body, up to `limit` bytes; undefined when it is longer. */
export async function readBody(request: IncomingMessage, limit = 4_000_000): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) return;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** JSON text as data; undefined when it is none. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
