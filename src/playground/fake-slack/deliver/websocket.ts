import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * The server's end of a WebSocket (RFC 6455), as much as Socket Mode needs: text messages, ping, pong and close, no
 * extensions. The only client is the app under test.
 */
export interface Line {
  send(text: string): void;
  ping(): void;
  /** The closing handshake. */
  close(): void;
  /** Breaks the connection without a word. */
  cut(): void;
}

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const LONGEST = 4_000_000;

/** Completes the handshake of an upgrade request. `onClose` is called once, however the line ends. */
export function acceptWebSocket(
  request: IncomingMessage,
  socket: Duplex,
  on: { text(text: string): void; close(): void },
): Line {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  socket.write(
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
      `Sec-WebSocket-Accept: ${createHash('sha1').update(key).digest('base64')}\r\n\r\n`,
  );
  const write = (opcode: number, payload: Buffer) => {
    if (!socket.destroyed && socket.writable) socket.write(frame(opcode, payload));
  };
  let closing = false;
  const close = (payload: Buffer) => {
    if (closing) return;
    closing = true;
    write(CLOSE, payload);
    socket.end();
  };
  let pending = Buffer.alloc(0);
  let pieces: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    if (pending.length > LONGEST) socket.destroy();
    for (let next = readFrame(pending); next; next = readFrame(pending)) {
      pending = pending.subarray(next.length);
      if (next.opcode === PING) write(PONG, next.payload);
      else if (next.opcode === CLOSE) close(next.payload);
      else if (next.opcode <= TEXT) {
        pieces.push(next.payload);
        if (!next.final) continue;
        const text = Buffer.concat(pieces).toString();
        pieces = [];
        on.text(text);
      }
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('end', () => socket.end());
  socket.once('close', () => on.close());
  return {
    send: (text) => write(TEXT, Buffer.from(text)),
    ping: () => write(PING, Buffer.from('ping')),
    close: () => close(Buffer.from([3, 232])), // 1000: normal closure
    cut: () => socket.destroy(),
  };
}

function frame(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const head = size < 126 ? Buffer.alloc(2) : size < 65_536 ? Buffer.alloc(4) : Buffer.alloc(10);
  head[0] = 0x80 | opcode;
  head[1] = size < 126 ? size : size < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(size, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(size), 2);
  return Buffer.concat([head, payload]);
}

/** The first whole frame of a buffer, unmasked; undefined while it is incomplete. */
function readFrame(buffer: Buffer): { opcode: number; final: boolean; payload: Buffer; length: number } | undefined {
  if (buffer.length < 2) return;
  const [first, second] = [buffer.readUInt8(0), buffer.readUInt8(1)];
  const short = second & 0x7f;
  const sizeBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const masked = (second & 0x80) !== 0;
  const start = 2 + sizeBytes + (masked ? 4 : 0);
  if (buffer.length < start) return;
  const size = sizeBytes === 0 ? short : sizeBytes === 2 ? buffer.readUInt16BE(2) : Number(buffer.readBigUInt64BE(2));
  if (buffer.length < start + size) return;
  const payload = Buffer.from(buffer.subarray(start, start + size));
  if (masked) {
    for (let index = 0; index < size; index++)
      payload.writeUInt8(payload.readUInt8(index) ^ buffer.readUInt8(start - 4 + (index % 4)), index);
  }
  return { opcode: first & 0x0f, final: (first & 0x80) !== 0, payload, length: start + size };
}
