import { beforeEach, describe, expect, test } from 'vitest';
import type { Part } from '../../../src/model.ts';
import type { Stores } from '../../../src/store/stores.ts';
import { arrival, everySpecimen, slackMail, stored } from './given.ts';

export function reportsContract(opened: () => Promise<Stores>): void {
  describe('reports', () => {
    let stores: Stores;
    beforeEach(async () => {
      stores = await opened();
    });

    test('come back as they arrived', async () => {
      const parts: Part[] = [
        { kind: 'file', file: { id: 'F1', name: 'a.eml', url: 'https://files.slack.test/F1', size: 3 } },
        { kind: 'slack-mail', mail: { ...slackMail, attachments: [] }, attachments: [{ id: 'F2', name: 'b.pdf' }] },
        { kind: 'text', text: '国家卫健委 \u202Efdp', links: [] },
        { kind: 'link', url: 'https://evil.example/', shown: 'bank.example' },
      ];
      const report = await stores.reports.add(arrival({ parts }), ['Ev1']);
      expect(report).toMatchObject(arrival({ parts }));
      expect(await stores.reports.get(report?.id ?? '')).toEqual(report);
    });

    test('that nobody stored are unknown', async () => {
      expect(await stores.reports.get('nobody')).toBeUndefined();
      expect(await stores.reports.specimens('nobody')).toBeUndefined();
    });

    test('are stored once, whichever of their keys comes again', async () => {
      expect(await stores.reports.add(arrival(), ['Ev1', 'C1:1'])).toBeDefined();
      expect(await stores.reports.add(arrival(), ['Ev1', 'C1:2'])).toBeUndefined();
      expect(await stores.reports.add(arrival(), ['Ev2', 'C1:1'])).toBeUndefined();
      expect(await stores.jobs.counts()).toMatchObject({ waiting: 1 });
      // The refused deliveries took no keys of their own.
      expect(await stores.reports.add(arrival(), ['Ev2', 'C1:2'])).toBeDefined();
    });

    test('are stored once when twenty deliveries come at the same moment', async () => {
      const added = await Promise.all(
        Array.from({ length: 20 }, (_, n) => stores.reports.add(arrival(), ['Ev', `${n}`])),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await stores.jobs.counts()).toMatchObject({ waiting: 1 });
    });

    test('bear the same key twice in one delivery', async () => {
      expect(await stores.reports.add(arrival(), ['Ev1', 'Ev1'])).toBeDefined();
    });

    test('bring their job along, unless told not to', async () => {
      const report = await stored(stores, 'Ev1');
      await stores.reports.add(arrival(), ['Ev2'], { job: false });
      const jobs = await stores.jobs.claim(5, 1000);
      expect(jobs).toEqual([{ id: expect.any(Number), kind: 'report', key: report.id, attempt: 1 }]);
    });

    test('remember our post', async () => {
      const { id } = await stored(stores, 'Ev1');
      await stores.reports.setSpot(id, { channel: 'C1', ts: '2.1' });
      expect((await stores.reports.get(id))?.spot).toEqual({ channel: 'C1', ts: '2.1' });
    });

    test('keep every kind of specimen to the byte, and what could not be downloaded', async () => {
      const { id } = await stored(stores, 'Ev1');
      expect(await stores.reports.specimens(id)).toBeUndefined();
      const gaps = [{ what: 'file', why: 'no-access', name: 'b.pdf', blinding: true } as const];
      await stores.reports.putSpecimens(id, everySpecimen, gaps);
      expect(await stores.reports.specimens(id)).toEqual({ specimens: everySpecimen, gaps });
    });

    test('keep a view into a larger buffer without its surroundings', async () => {
      const { id } = await stored(stores, 'Ev1');
      const bytes = Buffer.from('beforemailafter').subarray(6, 10);
      await stores.reports.putSpecimens(id, [{ kind: 'mail', bytes }], []);
      const [mail] = (await stores.reports.specimens(id))?.specimens ?? [];
      expect(mail).toEqual({ kind: 'mail', bytes: new TextEncoder().encode('mail') });
    });

    test('take the specimens of a second download in place of the first', async () => {
      const { id } = await stored(stores, 'Ev1');
      await stores.reports.putSpecimens(id, everySpecimen, []);
      await stores.reports.putSpecimens(id, [{ kind: 'link', url: 'https://evil.example/' }], []);
      expect((await stores.reports.specimens(id))?.specimens).toEqual([{ kind: 'link', url: 'https://evil.example/' }]);
      await stores.reports.putSpecimens(id, [], []);
      expect(await stores.reports.specimens(id)).toEqual({ specimens: [], gaps: [] });
    });
  });
}
