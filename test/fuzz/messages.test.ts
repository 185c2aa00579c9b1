import { test } from 'vitest';
import { fixtures } from './fixtures.ts';
import { fuzz } from './fuzz.ts';

const messages = (await fixtures()).filter(({ name }) => /mail|text|source|link/.test(name) && name !== 'rich text');

test.each(messages)(
  'a broken $name is read, judged, and never called empty in silence',
  async (fixture) => {
    await fuzz(fixture);
  },
  120_000,
);
