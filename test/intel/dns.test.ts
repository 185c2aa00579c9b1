import { createSocket, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { Keyv } from 'keyv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDns } from '../../src/intel/dns.ts';

/** A DNS server on loopback that answers every question alike. */

const NXDOMAIN = 3;
const SERVFAIL = 2;

let server: Socket;
let asked = 0;
let respond: (query: Buffer) => Buffer | undefined = () => undefined;
beforeEach(async () => {
  asked = 0;
  server = createSocket('udp4');
  server.on('message', (query, { port, address }) => {
    asked += 1;
    const response = respond(query);
    if (response) server.send(response, port, address);
  });
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
});
afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

function open(cache = new Keyv()) {
  return openDns(cache, { timeoutMs: 100, servers: [`127.0.0.1:${(server.address() as AddressInfo).port}`] });
}

/** The question sent back with a code and records. */
function response(query: Buffer, code: number, records: Buffer[] = []): Buffer {
  const end = query.indexOf(0, 12) + 5;
  const head = Buffer.from(query.subarray(0, 12));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(records.length, 6);
  head.writeUInt16BE(0, 10);
  return Buffer.concat([head, query.subarray(12, end), ...records]);
}

function record(type: number, data: Buffer, ttl = 300): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(ttl, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

describe('looking up', () => {
  it('gives the records, and asks once for what is kept', async () => {
    respond = (query) => response(query, 0, [record(16, Buffer.from('\x06v=spf1'))]);
    const lookup = open();
    expect(await lookup('Bank.Example.', 'TXT')).toEqual([['v=spf1']]);
    expect(await lookup('bank.example', 'TXT')).toEqual([['v=spf1']]);
    expect(asked).toBe(1);
  });

  it('gives addresses without their time to live', async () => {
    respond = (query) => response(query, 0, [record(1, Buffer.from([192, 0, 2, 1]))]);
    expect(await open()('bank.example', 'A')).toEqual(['192.0.2.1']);
  });

  it('asks once for what many ask at the same time', async () => {
    respond = (query) => response(query, 0, [record(16, Buffer.from('\x06v=spf1'))]);
    const lookup = open();
    await Promise.all([lookup('bank.example', 'TXT'), lookup('bank.example', 'TXT')]);
    expect(asked).toBe(1);
  });

  it('keeps it when a name does not exist', async () => {
    respond = (query) => response(query, NXDOMAIN);
    const lookup = open();
    await expect(lookup('gone.example', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(lookup('gone.example', 'TXT')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    expect(asked).toBe(1);
  });

  it('tells a broken server from a name that does not exist, and asks again the next time', async () => {
    respond = (query) => response(query, SERVFAIL);
    const lookup = open();
    await expect(lookup('bank.example', 'TXT')).rejects.toMatchObject({ code: 'ESERVFAIL' });
    respond = (query) => response(query, 0, [record(16, Buffer.from('\x06v=spf1'))]);
    expect(await lookup('bank.example', 'TXT')).toEqual([['v=spf1']]);
  });

  it('gives up on a server that is silent', async () => {
    respond = () => undefined;
    await expect(open()('bank.example', 'TXT')).rejects.toMatchObject({ code: 'ETIMEOUT' });
  });

  it('answers without its cache when that is out of reach', async () => {
    respond = (query) => response(query, 0, [record(16, Buffer.from('\x06v=spf1'))]);
    const cache = new Keyv();
    cache.get = () => Promise.reject(new Error('disk I/O error'));
    cache.set = () => Promise.reject(new Error('disk I/O error'));
    expect(await open(cache)('bank.example', 'TXT')).toEqual([['v=spf1']]);
  });

  it.each([
    'bank',
    'a b.example',
    'a\0.example',
    `${'a'.repeat(64)}.example`,
    `${'a.'.repeat(130)}example`,
    '..example',
    'bänk.example',
    '[192.0.2.1]',
  ])('never sends what can be no name: %j', async (name) => {
    await expect(open()(name, 'TXT')).rejects.toMatchObject({ code: 'EBADNAME' });
    expect(asked).toBe(0);
  });

  it('asks for kinds of records that mail is proven by, and no others', async () => {
    await expect(open()('bank.example', 'ANY')).rejects.toMatchObject({ code: 'EBADNAME' });
    expect(asked).toBe(0);
  });
});
