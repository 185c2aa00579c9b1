import { afterAll, expect, test } from 'vitest';
import type { Specimen } from '../../src/model.ts';
import { MAX_BYTES, MAX_SPECIMENS, openReader } from '../../src/parse/pool.ts';

const mail = (text: string): Specimen => ({ kind: 'mail', bytes: Buffer.from(text), name: 'a.eml' });
const honest = (subject: string) => mail(`From: a@a.test\nSubject: ${subject}\n\nhello`);
const misbehaving = new URL('../helpers/misbehaving-worker.ts', import.meta.url);

const reader = openReader({ threads: 2 });
afterAll(() => reader.close());

test('reads each specimen in a thread and merges them in order', async () => {
  const { messages, gaps } = await reader.read([honest('one'), honest('two'), honest('three')]);
  expect(messages.map(({ id, subject }) => [id, subject])).toEqual([
    ['s1-m1', 'one'],
    ['s2-m1', 'two'],
    ['s3-m1', 'three'],
  ]);
  expect(gaps).toEqual([]);
});

test('bytes stay with the caller', async () => {
  const bytes = new Uint8Array(Buffer.from('From: a@a.test\nSubject: x\n\nhello'));
  await reader.read([{ kind: 'mail', bytes }]);
  expect(bytes.length).toBeGreaterThan(0);
});

test.each([
  ['hangs', 'timeout'],
  ['eats the heap', 'error'],
  ['ends its thread', 'error'],
])(
  'a specimen that %s costs only itself',
  async (misdeed, why) => {
    const poor = openReader({ threads: 1, deadlineMs: 4_000, worker: misbehaving });
    try {
      const { messages, gaps } = await poor.read([honest('before'), honest(misdeed), honest('after')]);
      expect(messages.map(({ subject }) => subject)).toEqual(['before', 'after']);
      expect(gaps).toEqual([{ what: 'mail', why, name: 'a.eml', blinding: true }]);
      expect((await poor.read([honest('later')])).messages).toHaveLength(1);
    } finally {
      await poor.close();
    }
  },
  30_000,
);

test.each([
  ['hangs', 'timeout'],
  ['eats the heap', 'error'],
])(
  'one that %s costs none of the many that wait with it',
  async (misdeed, why) => {
    const poor = openReader({ threads: 1, deadlineMs: 4_000, worker: misbehaving });
    try {
      const subjects = Array.from({ length: 12 }, (_, at) => (at === 4 ? misdeed : `mail ${at}`));
      const read = await Promise.all(subjects.map((subject) => poor.read([honest(subject)])));
      expect(read.map(({ messages }) => messages[0]?.subject)).toEqual(
        subjects.map((subject) => (subject === misdeed ? undefined : subject)),
      );
      expect(read[4]?.gaps).toEqual([{ what: 'mail', why, name: 'a.eml', blinding: true }]);
      expect(read.flatMap(({ gaps }) => gaps)).toHaveLength(1);
    } finally {
      await poor.close();
    }
  },
  30_000,
);

test('too large a specimen and too many of them are gaps', async () => {
  const large = await reader.read([
    { kind: 'file', bytes: new Uint8Array(MAX_BYTES + 1), name: 'big.bin' },
    honest('x'),
  ]);
  expect(large.gaps).toEqual([{ what: 'file', why: 'too-large', name: 'big.bin', blinding: true }]);
  expect(large.messages).toHaveLength(1);
  const many = await reader.read(Array.from({ length: MAX_SPECIMENS + 1 }, () => honest('x')));
  expect(many.messages).toHaveLength(MAX_SPECIMENS);
  expect(many.gaps).toEqual([{ what: 'report', why: 'too-many', blinding: true }]);
});
