import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompressVba, findVbaSource, readVbaDirectory } from '../../../src/parse/files/vba-source.ts';
import { compressVba } from '../../helpers/office.ts';

const MOST = 100_000;
const asText = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString('latin1');

test('what was compressed comes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 9_000 }), (source) => {
      const back = decompressVba(compressVba(source), 0, MOST);
      expect(Buffer.compare(back ?? new Uint8Array(), source)).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test('copies: the worked example of a run of one letter (MS-OVBA 3.2.3)', () => {
  const packed = Buffer.from('0103b002614500', 'hex');
  // One literal `a`, then a copy of everything before it, 72 letters long.
  expect(asText(decompressVba(packed, 0, MOST))).toBe('a'.repeat(73));
});

test('a copy from before the chunk ends it instead of reading elsewhere', () => {
  const packed = Buffer.from('0103b00261ffff61', 'hex');
  expect(asText(decompressVba(packed, 0, MOST))).toBe('a');
});

test('output stops at the limit', () => {
  const chunk = Buffer.from('03b00261ff0f', 'hex');
  const packed = Buffer.concat([Buffer.from([1]), ...Array.from({ length: 1_000 }, () => chunk)]);
  expect(decompressVba(packed, 0, 5_000)?.length).toBe(5_000);
});

test('no container begins there', () => {
  expect(decompressVba(Buffer.from('hello'), 0, MOST)).toBeUndefined();
  expect(decompressVba(Buffer.from([1]), -1, MOST)).toBeUndefined();
});

test('the start of a source is found without its directory', () => {
  const stream = Buffer.concat([Buffer.from('compiled'), compressVba(Buffer.from('Attribute VB_Name = "A"'))]);
  expect(findVbaSource(stream)).toBe(8);
  expect(findVbaSource(Buffer.from('nothing here'))).toBeUndefined();
});

test('a directory of nonsense gives no modules', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (dir) => {
      expect(readVbaDirectory(dir).modules.length).toBeLessThan(80);
    }),
  );
});
