import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { ZodError } from 'zod';
import { ACTIONS } from './actions.ts';
import type { FakeSlack } from './fake-slack/types.ts';
import { isOurs, setHeaders } from './guard.ts';
import { renderPage } from './page/page.ts';
import { viewOf } from './page/view.ts';

/** Ten files of ten megabytes, as Slack's own forms take, and some words. */
const MAX_BODY = 110_000_000;

const FILES: Record<string, { url: URL; type: string }> = {
  '/style.css': { url: new URL('page/style.css', import.meta.url), type: 'text/css' },
  '/client.js': { url: new URL('page/client.js', import.meta.url), type: 'text/javascript' },
  '/blocks.css': { url: new URL(import.meta.resolve('slack-blocks-to-jsx/dist/style.css')), type: 'text/css' },
};

/** What the page's answers need to know. */
interface Site {
  slack: FakeSlack;
  /** Names under which we may be called. */
  hosts: string[];
  /** Open event streams. */
  listeners: Set<ServerResponse>;
  /** Counts the changes of the world since the start. */
  version: number;
}

/** The web page of the local workspace. Answers only to requests that come from itself, on the address it listens on. */
export async function servePage(
  slack: FakeSlack,
  host: string,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const site: Site = { slack, hosts: [], listeners: new Set(), version: 0 };
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error: unknown) => {
      if (!response.headersSent)
        response.writeHead(error instanceof ZodError || error instanceof RangeError ? 400 : 500, {
          'Content-Type': 'text/plain',
        });
      response.end('That did not work. Reload the page and try again.\n');
    });
  });
  const stopListening = slack.onChange(() => {
    site.version += 1;
    for (const listener of site.listeners) announce(site, listener);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  site.hosts.push(`${host}:${actual}`, `localhost:${actual}`, `127.0.0.1:${actual}`);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`,
    close() {
      stopListening();
      for (const listener of site.listeners) listener.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function announce({ version }: Site, listener: ServerResponse): void {
  listener.write(`event: change\ndata: ${version}\n\n`);
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  setHeaders(response);
  if (!isOurs(request, site.hosts)) {
    response.writeHead(403, { 'Content-Type': 'text/plain' }).end('This page answers only to itself.\n');
    return;
  }
  const url = new URL(request.url ?? '/', 'http://page.invalid');
  const file = FILES[url.pathname];
  if (request.method === 'GET' && file) {
    response
      .writeHead(200, { 'Content-Type': `${file.type}; charset=utf-8` })
      .end(await readFile(fileURLToPath(file.url)));
  } else if (request.method === 'GET' && url.pathname === '/events') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('retry: 500\n\n');
    // What changed while the page was on its way would otherwise never be heard of.
    announce(site, response);
    site.listeners.add(response);
    response.on('close', () => site.listeners.delete(response));
  } else if (request.method === 'GET' && url.pathname === '/') {
    sendPage(site, response, url.searchParams, '');
  } else if (request.method === 'POST' && url.pathname.startsWith('/do/')) {
    await act(site, url.pathname.slice('/do/'.length), request, response);
  } else {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is nothing here.\n');
  }
}

/** Does what the form says, then shows the page that the person was on. */
async function act(site: Site, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  const form = await readForm(request);
  const query = new URLSearchParams(
    ['as', 'at', 'thread'].flatMap((key) => (form.get(key) ? [[key, String(form.get(key))]] : [])),
  );
  const notice = action ? await action(site.slack, viewOf(site.slack, query).me, form) : 'There is no such action.';
  if (notice === undefined && request.headers['sec-fetch-mode'] === 'navigate') {
    response.writeHead(303, { Location: `/?${query}` }).end();
    return;
  }
  sendPage(site, response, query, notice ?? '');
}

function sendPage({ slack, version }: Site, response: ServerResponse, query: URLSearchParams, notice: string): void {
  const page = renderPage(viewOf(slack, query), version, notice);
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
}

/** Multipart or URL-encoded, read by the platform's own parser. */
async function readForm(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new RangeError('too large');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), {
    headers: { 'Content-Type': request.headers['content-type'] ?? '' },
  }).formData();
}
