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

/** The web page of the local workspace. Answers only to requests that come from itself, on the address it listens on. */
export async function servePage(
  slack: FakeSlack,
  host: string,
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const listeners = new Set<ServerResponse>();
  const hosts: string[] = [];
  const server = createServer((request, response) => {
    answer(slack, request, response, hosts, listeners).catch((error: unknown) => {
      if (!response.headersSent)
        response.writeHead(error instanceof ZodError || error instanceof RangeError ? 400 : 500, {
          'Content-Type': 'text/plain',
        });
      response.end('That did not work. Reload the page and try again.\n');
    });
  });
  const stopListening = slack.onChange(() => {
    for (const listener of listeners) listener.write('event: change\ndata: {}\n\n');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  hosts.push(`${host}:${actual}`, `localhost:${actual}`, `127.0.0.1:${actual}`);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}/`,
    close() {
      stopListening();
      for (const listener of listeners) listener.end();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function answer(
  slack: FakeSlack,
  request: IncomingMessage,
  response: ServerResponse,
  hosts: string[],
  listeners: Set<ServerResponse>,
): Promise<void> {
  setHeaders(response);
  if (!isOurs(request, hosts)) {
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
    listeners.add(response);
    response.on('close', () => listeners.delete(response));
  } else if (request.method === 'GET' && url.pathname === '/') {
    sendPage(response, slack, url.searchParams, '');
  } else if (request.method === 'POST' && url.pathname.startsWith('/do/')) {
    await act(slack, url.pathname.slice('/do/'.length), request, response);
  } else {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('There is nothing here.\n');
  }
}

/** Does what the form says, then shows the page that the person was on. */
async function act(slack: FakeSlack, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  const form = await readForm(request);
  const query = new URLSearchParams(
    ['as', 'at', 'thread'].flatMap((key) => (form.get(key) ? [[key, String(form.get(key))]] : [])),
  );
  const notice = action ? await action(slack, viewOf(slack, query).me, form) : 'There is no such action.';
  if (notice === undefined && request.headers['sec-fetch-mode'] === 'navigate') {
    response.writeHead(303, { Location: `/?${query}` }).end();
    return;
  }
  sendPage(response, slack, query, notice ?? '');
}

function sendPage(response: ServerResponse, slack: FakeSlack, query: URLSearchParams, notice: string): void {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(renderPage(viewOf(slack, query), notice));
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
