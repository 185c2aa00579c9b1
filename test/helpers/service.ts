import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** A request as a stand-in service received it. */
export interface Received {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface StandIn {
  /** Its address, without a slash at the end. */
  url: string;
  received: Received[];
}

/** What it answers: an object as JSON, a text as it stands; `hang` never answers, `drop` closes the line. */
export type Behaviour =
  | { status?: number; json?: unknown; text?: string; headers?: Record<string, string> }
  | 'hang'
  | 'drop';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A service on loopback that answers as told, and remembers what it was asked. Closes after the test. */
export async function standIn(answer: (request: Received) => Behaviour): Promise<StandIn> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://stand.in');
      const one: Received = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: Buffer.concat(pieces).toString(),
      };
      received.push(one);
      const behaviour = answer(one);
      if (behaviour === 'hang') return;
      if (behaviour === 'drop') return void request.socket.destroy();
      const { status = 200, json, text, headers } = behaviour;
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(text ?? JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

/** A name server on loopback: a name → its A records, or a response code (2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED), or silence. */
export async function nameServer(
  answer: (name: string) => string[] | number | 'silence' | 'rubbish',
): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
      labels.push(query.subarray(at + 1, at + 1 + length).toString('latin1'));
      at += length + 1;
    }
    const name = labels.join('.');
    asked.push(name);
    const said = answer(name);
    if (said === 'silence') return;
    if (said === 'rubbish')
      return socket.send(Buffer.from([...query.subarray(0, 2), 0x81, 0x80, 9]), from.port, from.address);
    const addresses = Array.isArray(said) ? said : [];
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    header.writeUInt16BE(0x8180 | (Array.isArray(said) ? 0 : said), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(addresses.length, 6);
    const records = addresses.map((address) => {
      const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 0, 0, 0, 0]);
      address.split('.').forEach((octet, index) => {
        record[12 + index] = Number(octet);
      });
      return record;
    });
    socket.send(Buffer.concat([header, query.subarray(12, at + 5), ...records]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => socket.close(() => resolve())));
  return { address: `127.0.0.1:${socket.address().port}`, asked };
}
