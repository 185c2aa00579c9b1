import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DEFAULTS } from '../../src/intel/feeds/presets.ts';
import type { FeedDefinition } from '../../src/store/feed-store.ts';

export interface FeedServer {
  url: string;
  /** What was asked, in order. */
  asked: { path: string; headers: IncomingMessage['headers'] }[];
  /** What it says from now on. */
  answer(listener: RequestListener): void;
  /** The same, for a body and nothing else. */
  serve(body: string | Uint8Array, headers?: Record<string, string>): void;
  close(): Promise<void>;
}

/** A source of lists on this machine, which does whatever a test wants. */
export async function feedServer(): Promise<FeedServer> {
  const asked: FeedServer['asked'] = [];
  let listener: RequestListener = (_, response) => void response.writeHead(404).end();
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer(next) {
      listener = next;
    },
    serve(body, headers = {}) {
      listener = (_, response) => void response.writeHead(200, headers).end(body);
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export function definition(source: string, parts: Partial<FeedDefinition> = {}): FeedDefinition {
  return { ...DEFAULTS, name: 'feed', source, format: 'plain', insecure: true, ...parts };
}

/** So many domains, one a line. */
export function domains(count: number, prefix = 'evil'): string {
  return Array.from({ length: count }, (_, n) => `${prefix}-${n}.example\n`).join('');
}
