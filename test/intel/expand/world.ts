import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import { dnsError, type Lookup } from '../../../src/intel/dns.ts';
import type { FollowOptions } from '../../../src/intel/expand/follow.ts';

/** Addresses that the fence takes for public. Nothing ever goes there: `dial` leads to loopback. */
export const PUBLIC = '1.2.3.4';
export const PUBLIC_V6 = '2a00::1';

export type Site = (request: IncomingMessage, response: ServerResponse) => void;

/** An Internet of one server: names that the DNS answers, and what each host says. */
export interface World {
  lookup: Lookup;
  dial: NonNullable<FollowOptions['dial']>;
  /** `HEAD http://host/path`, in order. */
  requests: string[];
  headers: IncomingMessage['headers'][];
  /** Which addresses were connected to. */
  dialled: string[];
  /** Names asked of the DNS, the A records. */
  asked: string[];
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** `dns` gives each answer in turn, and the last for ever; a name that is not in it does not exist. */
export async function openWorld(
  sites: Record<string, Site>,
  dns: Record<string, string[][]> = {},
  server = createServer(),
): Promise<World> {
  const world: Pick<World, 'requests' | 'headers' | 'dialled' | 'asked'> = {
    requests: [],
    headers: [],
    dialled: [],
    asked: [],
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const host = request.headers.host ?? '';
    world.requests.push(`${request.method} http://${host}${request.url}`);
    world.headers.push(request.headers);
    const site = sites[host];
    if (site) site(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const turns = new Map<string, number>();
  return {
    ...world,
    async lookup(name, rr) {
      const answers = dns[name] ?? (sites[name] ? [[PUBLIC]] : undefined);
      if (!answers) throw dnsError('ENOTFOUND', name);
      const turn = turns.get(name) ?? 0;
      if (rr === 'A') world.asked.push(name);
      // A and AAAA of one look are one turn.
      if (rr === 'AAAA') turns.set(name, turn + 1);
      const now = answers[Math.min(turn, answers.length - 1)] ?? [];
      return now.filter((address) => address.includes(':') === (rr === 'AAAA'));
    },
    dial(address, port) {
      world.dialled.push(`${address} ${port}`);
      return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
    },
  };
}

export const redirect =
  (location: string, status = 302): Site =>
  (_, response) => {
    response.writeHead(status, { location }).end();
  };

export const page =
  (html: string): Site =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(html);
  };
