import { describe, expect, test } from 'vitest';
import type { Receipt } from '../../../src/model.ts';
import type { Stores } from '../../../src/store/stores.ts';
import { type Clock, DAY, SECRET, stored } from './given.ts';

export function receiptsContract(opened: (clock?: Clock) => Promise<Stores>, newClock: () => Clock): void {
  describe('receipts', () => {
    const receipt = (asked: string, parts: Partial<Receipt> = {}): Receipt => ({
      provider: 'VirusTotal',
      asked,
      at: '2026-03-01T08:00:00.000Z',
      outcome: 'known',
      answer: '3 of 90 engines: malicious',
      ...parts,
    });

    test('are those of all reports of a case, in the order in which they came', async () => {
      const stores = await opened();
      const [one, two] = [await stored(stores, 'one'), await stored(stores, 'two')];
      const { id } = await stores.cases.attach(one, ['key']);
      await stores.cases.attach(two, ['key']);
      await stores.receipts.add(one.id, [receipt('a.example'), receipt('b.example')]);
      await stores.receipts.add(two.id, [receipt('c.example', { outcome: 'failed' })]);
      expect(await stores.receipts.ofCase(id)).toEqual([
        receipt('a.example'),
        receipt('b.example'),
        receipt('c.example', { outcome: 'failed' }),
      ]);
      expect(await stores.receipts.ofCase('C-OTHER')).toEqual([]);
    });

    test('of a report that has no case yet are found once it has one', async () => {
      const stores = await opened();
      const report = await stored(stores, 'one');
      await stores.receipts.add(report.id, [receipt('a.example')]);
      const { id } = await stores.cases.attach(report, ['key']);
      expect(await stores.receipts.ofCase(id)).toHaveLength(1);
    });

    test('are kept once, however often a job tries', async () => {
      const stores = await opened();
      const report = await stored(stores, 'one');
      const { id } = await stores.cases.attach(report, ['key']);
      await stores.receipts.add(report.id, [receipt('a.example')]);
      await stores.receipts.add(report.id, [receipt('a.example'), receipt('b.example')]);
      await stores.receipts.add(report.id, []);
      expect((await stores.receipts.ofCase(id)).map(({ asked }) => asked).sort()).toEqual(['a.example', 'b.example']);
    });

    test('go with the content of their report, and do not come back', async () => {
      const clock = newClock();
      const stores = await opened(clock);
      const report = await stored(stores, 'one');
      const { id } = await stores.cases.attach(report, ['key']);
      await stores.receipts.add(report.id, [receipt(SECRET)]);
      clock.advance(DAY);
      await stores.purge(clock.now());
      expect(await stores.receipts.ofCase(id)).toEqual([]);
      await stores.receipts.add(report.id, [receipt(SECRET)]);
      expect(await stores.receipts.ofCase(id)).toEqual([]);
      await stores.receipts.add('no such report', [receipt(SECRET)]);
    });
  });
}
