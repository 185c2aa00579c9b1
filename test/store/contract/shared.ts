import { beforeEach, describe, expect, test } from 'vitest';
import { ConflictError, type Stores } from '../../../src/store/stores.ts';
import { arrival, assessment, type Clock, everySpecimen, SECOND, stored } from './given.ts';

/** What holds between two who have the same database open, and from one run to the next. */
export function sharedContract(open: (url: string, clock?: Clock) => Promise<Stores>, newUrl: () => string): void {
  describe('a shared database', () => {
    let url: string;
    let here: Stores;
    let there: Stores;
    beforeEach(async () => {
      url = newUrl();
      [here, there] = await Promise.all([open(url), open(url)]);
    });
    const both = () => [here, there] as const;

    test('is made once by several who start at the same moment', async () => {
      const fresh = newUrl();
      const all = await Promise.all(Array.from({ length: 4 }, () => open(fresh)));
      await stored(all[0] as Stores, 'a');
      expect(await all[3]?.jobs.counts()).toMatchObject({ waiting: 1 });
    });

    test('stores a delivery once', async () => {
      const added = await Promise.all(
        Array.from({ length: 30 }, (_, n) => (n % 2 ? here : there).reports.add(arrival(), ['Ev1', `${n}`])),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
    });

    test('gives each job to one claimer', async () => {
      for (let n = 0; n < 60; n += 1) await here.jobs.enqueue({ kind: 'report', key: `${n}` });
      const claimed = (
        await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? here : there).jobs.claim(3, SECOND)))
      ).flat();
      expect(claimed).toHaveLength(60);
      expect(new Set(claimed.map(({ id }) => id)).size).toBe(60);
    });

    test('makes one case of copies that arrive on both sides', async () => {
      const reports = await Promise.all(Array.from({ length: 20 }, (_, n) => stored(here, `${n}`)));
      const joined = await Promise.all(
        reports.map((report, n) => (n % 2 ? here : there).cases.attach(report, ['body', `id-${n}`])),
      );
      expect(new Set(joined.map(({ id }) => id)).size).toBe(1);
      expect((await there.cases.get(joined[0]?.id ?? ''))?.reports).toHaveLength(20);
    });

    test('lets one side win an append', async () => {
      const { id, seq } = await here.cases.attach(await stored(here, 'a'), ['k']);
      const tries = await Promise.allSettled(
        both().map((side, n) => side.cases.append(id, seq, { kind: 'claimed', by: `U${n}` })),
      );
      const lost = tries.filter((result) => result.status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toBeInstanceOf(ConflictError);
    });

    test('holds everything after both have closed it', async () => {
      const report = await stored(here, 'a');
      await here.reports.putSpecimens(report.id, everySpecimen, []);
      const opened = await here.cases.attach(report, ['k']);
      const assessed = await there.cases.assess(opened.id, opened.seq, assessment(), [{ kind: 'settle', key: 'x' }]);
      await here.indicators.listFromCase('T1', opened.id, [{ kind: 'domain', value: 'evil.example' }], 'phishing');
      await here.cache('c').set('k', 'v');
      await there.once('hint');
      await Promise.all(both().map((side) => side.close()));

      const again = await open(url);
      expect(await again.reports.get(report.id)).toEqual({ ...report, caseId: opened.id });
      expect((await again.reports.specimens(report.id))?.specimens).toEqual(everySpecimen);
      expect(await again.cases.get(opened.id)).toEqual(assessed);
      expect(await again.cases.assessment(opened.id)).toEqual(assessment());
      expect(await again.jobs.counts()).toMatchObject({ waiting: 2 });
      expect((await again.indicators.find('T1', [{ kind: 'domain', value: 'evil.example' }])).size).toBe(1);
      expect(await again.cache('c').get('k')).toBe('v');
      expect(await again.once('hint')).toBe(false);
    });
  });
}
