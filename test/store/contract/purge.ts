import { beforeEach, describe, expect, test } from 'vitest';
import type { Stores } from '../../../src/store/stores.ts';
import { arrival, assessment, type Clock, DAY, everySpecimen, SECOND, stored } from './given.ts';

export function purgeContract(opened: (clock?: Clock) => Promise<Stores>, newClock: () => Clock): void {
  describe('purge', () => {
    let stores: Stores;
    let clock: Clock;
    beforeEach(async () => {
      clock = newClock();
      stores = await opened(clock);
    });

    async function wholeReport(key: string) {
      const report = await stored(stores, key);
      await stores.reports.putSpecimens(report.id, everySpecimen, []);
      await stores.reports.setSpot(report.id, { channel: 'C1', ts: '3.1' });
      const opened = await stores.cases.attach(report, [key]);
      await stores.cases.assess(opened.id, opened.seq, assessment());
      return { report, caseId: opened.id };
    }

    test('deletes old content, leaves the audit trail, and spares what is younger', async () => {
      const old = await wholeReport('old');
      const history = await stores.cases.history(old.caseId);
      clock.advance(30 * DAY);
      const limit = clock.now();
      const young = await wholeReport('young');

      expect(await stores.purge(limit)).toEqual({ reports: 1, jobs: 0 });
      const kept = await stores.reports.get(old.report.id);
      const { reporter, route, place, source } = old.report;
      expect(kept).toMatchObject({ reporter, route, place, source, caseId: old.caseId, parts: [] });
      expect(kept?.note).toBeUndefined();
      expect(await stores.reports.specimens(old.report.id)).toBeUndefined();
      expect(await stores.cases.assessment(old.caseId)).toBeUndefined();
      expect(await stores.cases.history(old.caseId)).toEqual(history);
      expect(await stores.cases.get(old.caseId)).toMatchObject({ risk: 'high', reports: [{ id: old.report.id }] });

      expect((await stores.reports.get(young.report.id))?.parts).toEqual(young.report.parts);
      expect(await stores.reports.specimens(young.report.id)).toEqual({ specimens: everySpecimen, gaps: [] });
      expect(await stores.cases.assessment(young.caseId)).toEqual(assessment());
      expect(await stores.purge(limit)).toEqual({ reports: 0, jobs: 0 });
    });

    test('lets a late copy join its case, whose delivery is still known', async () => {
      const { caseId } = await wholeReport('old');
      clock.advance(30 * DAY);
      await stores.purge(clock.now());
      expect(await stores.reports.add(arrival(), ['old'])).toBeUndefined();
      expect((await stores.cases.attach(await stored(stores, 'copy'), ['old'])).id).toBe(caseId);
    });

    test('lets nothing back in after the deletion', async () => {
      const { report } = await wholeReport('old');
      clock.advance(DAY);
      await stores.purge(clock.now());
      await stores.reports.putSpecimens(report.id, everySpecimen, []);
      expect(await stores.reports.specimens(report.id)).toBeUndefined();
    });

    test('deletes a report of no case altogether, with its keys', async () => {
      const report = await stored(stores, 'command');
      await stores.reports.putSpecimens(report.id, everySpecimen, []);
      clock.advance(SECOND);
      expect(await stores.purge(clock.now())).toEqual({ reports: 1, jobs: 0 });
      expect(await stores.reports.get(report.id)).toBeUndefined();
      expect(await stores.reports.add(arrival(), ['command'])).toBeDefined();
    });

    test('deletes jobs a day after they were done, dead ones with the content, and no others', async () => {
      for (const key of ['done', 'dead', 'running', 'waiting']) await stores.jobs.enqueue({ kind: 'settle', key });
      const [done, dead, running] = await stores.jobs.claim(3, 30 * DAY);
      if (!done || !dead || !running) throw new Error('three jobs were to be claimed');
      await stores.jobs.done(done);
      await stores.jobs.fail(dead, 'gone', 0, 1);
      clock.advance(DAY - 1);
      expect(await stores.purge(new Date(0))).toEqual({ reports: 0, jobs: 0 });
      clock.advance(1);
      expect(await stores.purge(new Date(0))).toEqual({ reports: 0, jobs: 1 });
      expect(await stores.jobs.counts()).toEqual({ waiting: 1, running: 1, dead: 1 });
      expect(await stores.purge(clock.now())).toEqual({ reports: 0, jobs: 1 });
      expect(await stores.jobs.counts()).toEqual({ waiting: 1, running: 1, dead: 0 });
    });
  });
}
