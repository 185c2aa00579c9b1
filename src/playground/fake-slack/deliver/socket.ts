import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { parseJson } from '../server-parts.ts';
import { isObject, type JsonObject } from '../validate/faults.ts';
import type { World } from '../world.ts';
import { acceptWebSocket, type Line } from './websocket.ts';

const PING_MS = 10_000;

type Outcome = { kind: 'acked'; body: JsonObject } | { kind: 'http_timeout' } | { kind: 'closed' };

/** The Socket Mode connections of the app. Each envelope goes down one of them, in turn. */
export interface Sockets {
  accept(request: IncomingMessage, socket: Duplex): void;
  count(): number;
  /** Sends an envelope and waits for its acknowledgement. Undefined when there is no connection. */
  send(type: string, payload: JsonObject, more: JsonObject, ackMs: number): Promise<Outcome> | undefined;
  disconnect(how: 'refresh_requested' | 'warning' | 'cut'): void;
  close(): void;
}

/** `onConnect` is called whenever a connection is ready for envelopes. */
export function openSockets(world: World, onConnect: () => void): Sockets {
  const lines = new Map<Line, Map<string, (outcome: Outcome) => void>>();
  let turn = 0;

  const pings = setInterval(() => {
    for (const line of lines.keys()) line.ping();
  }, PING_MS);
  pings.unref();

  return {
    accept(request, socket) {
      const url = new URL(request.url ?? '/', world.origin);
      // A ticket opens one connection, once.
      if (url.pathname !== '/link' || !world.tickets.delete(url.searchParams.get('ticket') ?? '')) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
        return;
      }
      const waiting = new Map<string, (outcome: Outcome) => void>();
      const line = acceptWebSocket(request, socket, {
        text(text) {
          const message = parseJson(text);
          if (!isObject(message) || typeof message.envelope_id !== 'string') return;
          const body = isObject(message.payload) ? message.payload : {};
          waiting.get(message.envelope_id)?.({ kind: 'acked', body });
        },
        close() {
          lines.delete(line);
          for (const settle of waiting.values()) settle({ kind: 'closed' });
        },
      });
      lines.set(line, waiting);
      line.send(
        JSON.stringify({
          type: 'hello',
          num_connections: lines.size,
          debug_info: { host: 'local-stand-in', build_number: 1, approximate_connection_time: 18060 },
          connection_info: { app_id: world.options.bot.appId },
        }),
      );
      line.ping();
      onConnect();
    },

    count: () => lines.size,

    send(type, payload, more, ackMs) {
      const all = [...lines];
      const chosen = all[turn++ % all.length];
      if (!chosen) return;
      const [line, waiting] = chosen;
      const id = randomUUID();
      return new Promise((resolve) => {
        const settle = (outcome: Outcome) => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(outcome);
        };
        const timer = setTimeout(() => settle({ kind: 'http_timeout' }), ackMs);
        waiting.set(id, settle);
        line.send(JSON.stringify({ envelope_id: id, type, payload, ...more }));
      });
    },

    disconnect(how) {
      for (const line of [...lines.keys()]) {
        if (how === 'cut') line.cut();
        else line.send(JSON.stringify({ type: 'disconnect', reason: how, debug_info: { host: 'local-stand-in' } }));
      }
    },

    close() {
      clearInterval(pings);
      for (const line of [...lines.keys()]) {
        line.close();
        // For a client that never answers the closing handshake.
        setTimeout(() => line.cut(), 200).unref();
      }
    },
  };
}
