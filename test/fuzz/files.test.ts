import { test } from 'vitest';
import { fixtures } from './fixtures.ts';
import { fuzz } from './fuzz.ts';

const files = (await fixtures()).filter(({ name }) => !/mail|text|source|link/.test(name) || name === 'rich text');

test.each(files)(
  'a broken $name is read, judged, and never called empty in silence',
  async (fixture) => {
    await fuzz(fixture);
  },
  120_000,
);
