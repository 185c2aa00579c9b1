import { expect, test } from 'vitest';
import { openCompoundFile } from '../../../src/parse/files/compound-file.ts';
import { ole } from '../../helpers/office.ts';

const long = Buffer.from(Array.from({ length: 9_000 }, (_, index) => index % 251));
const whole = ole({ 'Folder/Inner/small': Buffer.from('hello'), long });
const read = (bytes: Uint8Array, path: string) =>
  openCompoundFile(bytes)
    .streams.find((stream) => stream.path === path)
    ?.read();

test('streams come back as they were written, small ones and long ones, with their folders', () => {
  expect(Buffer.from(read(whole, 'Folder/Inner/small') ?? []).toString()).toBe('hello');
  expect(Buffer.compare(read(whole, 'long') ?? Buffer.alloc(0), long)).toBe(0);
});

test('a view into a larger buffer is read at its own place', () => {
  const larger = Buffer.concat([Buffer.alloc(100, 1), whole, Buffer.alloc(100, 1)]);
  expect(Buffer.from(read(larger.subarray(100, 100 + whole.length), 'Folder/Inner/small') ?? []).toString()).toBe(
    'hello',
  );
});

test('what is no compound file throws', () => {
  expect(() => openCompoundFile(Buffer.alloc(600))).toThrow();
  expect(() => openCompoundFile(Buffer.alloc(3))).toThrow();
});

test('a chain that loops under a claim of four gigabytes gives no more than the file has', () => {
  const bytes = Buffer.from(whole);
  const table = (bytes.readUInt32LE(76) + 1) * 512;
  const directory = (bytes.readUInt32LE(48) + 1) * 512;
  const entries = [0, 1, 2, 3, 4, 5];
  // Every sector that belongs to a chain follows itself, the directory's too.
  for (let sector = 0; sector < 128; sector += 1) {
    const next = bytes.readUInt32LE(table + sector * 4);
    if (next <= 0xfffffffa || next === 0xfffffffe) bytes.writeUInt32LE(sector, table + sector * 4);
  }
  for (const entry of entries) bytes.writeUInt32LE(0xfffffff0, directory + entry * 128 + 120);
  for (const stream of openCompoundFile(bytes).streams) {
    const { length } = stream.read();
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(bytes.length);
  }
}, 2_000);
