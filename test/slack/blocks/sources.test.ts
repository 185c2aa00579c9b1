import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Source } from '../../../src/intel/sources.ts';
import type { Json } from '../../../src/playground/fake-slack/types.ts';
import { faultsOfView } from '../../../src/playground/fake-slack/validate/view.ts';
import { sourcesModal } from '../../../src/slack/blocks/sources.ts';
import { read } from '../../helpers/routes.ts';
import { bitesIn, stringsOf } from '../bites.ts';
import { hostile } from '../hostile.ts';

const source = (name: string, parts: Partial<Source> = {}): Source => ({
  kind: 'list',
  name,
  trouble: false,
  says: [{ text: '3 entries.' }],
  ...parts,
});
const seen = (sources: Source[]): string =>
  read({ text: '', blocks: JSON.parse(JSON.stringify(sourcesModal(sources).blocks)) as Json[] });

it('shows lists and services apart, and counts what is in trouble', () => {
  const text = seen([source('old', { trouble: true }), source('good'), source('urlscan', { kind: 'service' })]);
  expect(text).toMatch(/1 of 3 in trouble/);
  expect(text).toMatch(/Lists of others\n• ❗ old: 3 entries\.\n• good: 3 entries\.\nServices\n• urlscan: 3 entries\./);
});

it('says so when nothing is set up, and how many it has no room for', () => {
  expect(seen([])).toMatch(/No list of others is added/);
  expect(seen(Array.from({ length: 60 }, (_, at) => source(`l${at}`)))).toMatch(/20 more: `lurecheck sources`/);
});

it('is inert and within Slack’s limits, whatever a source says', () => {
  const any = fc.record({
    kind: fc.constantFrom('list', 'service'),
    name: hostile,
    trouble: fc.boolean(),
    says: fc.array(
      fc.oneof(
        hostile.map((value) => ({ value })),
        fc.constant({ text: 'failed: ' }),
      ),
      { maxLength: 4 },
    ),
  }) as fc.Arbitrary<Source>;
  fc.assert(
    fc.property(fc.array(any, { maxLength: 50 }), (sources) => {
      const view = sourcesModal(sources);
      expect(faultsOfView(JSON.parse(JSON.stringify(view)) as Json)).toEqual([]);
      expect(stringsOf(view.blocks).flatMap(({ text }) => bitesIn(text))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
