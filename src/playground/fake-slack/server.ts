import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveApi } from './api/call.ts';
import type { Sockets } from './deliver/socket.ts';
import { sendLoginPage, serveFile } from './files.ts';
import { serveRespond } from './respond.ts';
import type { World } from './world.ts';

/** Slack's own addresses: the Web API, files, response_urls and the Socket Mode endpoint. */
export async function listen(world: World, sockets: Sockets): Promise<Server> {
  const server = createServer((request, response) => {
    route(world, request, response).catch(() => {
      // Slack's own failures look like this; in the stand-in they are bugs, and a client that retries will show them.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Longer than any client keeps a connection idle: a close from this side would look like a fault that nobody asked for.
  server.keepAliveTimeout = 60_000;
  server.on('upgrade', (request, socket) => sockets.accept(request, socket));
  const host = world.options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(world.options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  world.origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return server;
}

async function route(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', world.origin);
  const { method } = request;
  if (pathname.startsWith('/api/') && (method === 'POST' || method === 'GET')) {
    return serveApi(world, request, response, pathname.slice('/api/'.length));
  }
  if (pathname.startsWith('/files-pri/') && method === 'GET') return serveFile(world, request, response, pathname);
  if (pathname.startsWith('/respond/') && method === 'POST') return serveRespond(world, request, response, pathname);
  if (pathname === '/' && method === 'GET') return sendLoginPage(response);
  response.writeHead(404).end();
}
