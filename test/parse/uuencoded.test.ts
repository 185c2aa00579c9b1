import { expect, test } from 'vitest';
import { takeUuencoded } from '../../src/parse/uuencoded.ts';

test('a file in the text is taken out, its neighbours and a text after it stay', () => {
  const { text, files } = takeUuencoded('before\nbegin 644 a.txt\n%:&5L;&\\\n`\nend\nafter');
  expect(text).toBe('before\nafter');
  expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([['a.txt', 'hello']]);
});

test('one that breaks off is a file all the same', () => {
  expect(takeUuencoded('begin 755 a.exe\n%:&5L;&\\').files).toMatchObject([{ name: 'a.exe' }]);
});

test.each([
  'begin 644 a.txt\nthese are words, and no code\nend',
  'begin 644 a.txt\nend',
  'to begin 644 a.txt\n%:&5L;&\\',
])('words stay words: %s', (text) => {
  expect(takeUuencoded(text)).toEqual({ text, files: [] });
});

test('many beginnings without an end cost little', () => {
  const before = performance.now();
  takeUuencoded('begin 644 a.txt\n%:&5L;&\\\n'.repeat(40_000));
  takeUuencoded(`begin 644 a.txt\n${'%:&5L;&\\\n'.repeat(40_000)}no\n`.repeat(3));
  expect(performance.now() - before).toBeLessThan(2_000);
});
