import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model.ts';
import { ConflictError, type Stores } from '../../../src/store/stores.ts';
import { assessment, type Clock, SECOND, SECRET, stored } from './given.ts';

export function casesContract(opened: (clock?: Clock) => Promise<Stores>, newClock: () => Clock): void {
  describe('cases', () => {
    let stores: Stores;
    let clock: Clock;
    beforeEach(async () => {
      clock = newClock();
      stores = await opened(clock);
    });
    const report = (key: string, team = 'T1') => stored(stores, key, { reporter: { team, user: `U-${key}` } });

    test('are opened by the first report, under an id that can be read out', async () => {
      const first = await report('a');
      const opened = await stores.cases.attach(first, ['mail-1']);
      expect(opened.id).toMatch(/^C-[0-9A-HJKMNP-TV-Z]{8}$/);
      expect(opened).toMatchObject({ team: 'T1', seq: 1, openedAt: clock.now(), reports: [{ id: first.id }] });
      expect((await stores.reports.get(first.id))?.caseId).toBe(opened.id);
      expect(await stores.cases.get(opened.id)).toEqual(opened);
    });

    test('are joined by a report with any of their keys, learning its other keys', async () => {
      const opened = await stores.cases.attach(await report('a'), ['id-1', 'body-1']);
      const joined = await stores.cases.attach(await report('b'), ['id-2', 'body-1']);
      const again = await stores.cases.attach(await report('c'), ['id-2']);
      expect([joined.id, again.id]).toEqual([opened.id, opened.id]);
      expect(again.reports.map(({ reporter }) => reporter.user)).toEqual(['U-a', 'U-b', 'U-c']);
      expect((await stores.cases.attach(await report('d'), ['id-3'])).id).not.toBe(opened.id);
    });

    test('of one workspace are never joined by a report of another', async () => {
      const ours = await stores.cases.attach(await report('a'), ['mail-1']);
      const theirs = await stores.cases.attach(await report('b', 'T2'), ['mail-1']);
      expect(theirs.id).not.toBe(ours.id);
      expect(theirs.team).toBe('T2');
    });

    test('that one report would join both are left apart: it joins the older', async () => {
      const older = await stores.cases.attach(await report('a'), ['key-1']);
      clock.advance(SECOND);
      await stores.cases.attach(await report('b'), ['key-2']);
      expect((await stores.cases.attach(await report('c'), ['key-2', 'key-1'])).id).toBe(older.id);
    });

    test('take a report once, however often it is attached', async () => {
      const first = await report('a');
      const opened = await stores.cases.attach(first, ['mail-1']);
      expect(await stores.cases.attach(first, ['mail-1', 'other'])).toEqual(opened);
      expect(await stores.cases.history(opened.id)).toHaveLength(1);
    });

    test('are one when fifty copies arrive at the same moment', async () => {
      const reports: Report[] = [];
      for (let n = 0; n < 50; n += 1) reports.push(await report(`${n}`));
      const joined = await Promise.all(reports.map((copy, n) => stores.cases.attach(copy, [`id-${n}`, 'body'])));
      expect(new Set(joined.map(({ id }) => id)).size).toBe(1);
      const whole = await stores.cases.get(joined[0]?.id ?? '');
      expect(whole?.reports).toHaveLength(50);
      expect(whole?.seq).toBe(50);
    });

    test('need a report that was stored', async () => {
      const first = await report('a');
      await expect(stores.cases.attach({ ...first, id: 'nobody' }, ['k'])).rejects.toThrow('nobody');
    });

    test('open for a report without keys', async () => {
      expect((await stores.cases.attach(await report('a'), [])).reports).toHaveLength(1);
    });

    test('keep their events in order, with their times', async () => {
      const opened = await stores.cases.attach(await report('a'), ['k']);
      clock.advance(SECOND);
      const claimed = await stores.cases.append(opened.id, opened.seq, { kind: 'claimed', by: 'U9' });
      expect(claimed.claim).toEqual({ by: 'U9', at: clock.now() });
      const decided = await stores.cases.append(opened.id, claimed.seq, {
        kind: 'decided',
        by: 'U9',
        decision: 'phishing',
        listed: [{ kind: 'domain', value: 'evil.example' }],
      });
      expect(decided.decision).toMatchObject({ kind: 'phishing', seq: 3 });
      const history = await stores.cases.history(opened.id);
      expect(history.map(({ kind, seq }) => [kind, seq])).toEqual([
        ['reported', 1],
        ['claimed', 2],
        ['decided', 3],
      ]);
      expect(history[1]).toEqual({ kind: 'claimed', by: 'U9', seq: 2, at: clock.now() });
      expect(await stores.cases.get(opened.id)).toEqual(decided);
    });

    test('let one of two writers win, and give no job to the other', async () => {
      const { id, seq } = await stores.cases.attach(await report('a'), ['k']);
      await stores.jobs.claim(10, SECOND);
      const [first, second] = await Promise.allSettled(
        ['U1', 'U2'].map((by) => stores.cases.append(id, seq, { kind: 'claimed', by }, [{ kind: 'refresh', key: by }])),
      );
      expect(first).toMatchObject({ status: 'fulfilled', value: { claim: { by: 'U1' } } });
      expect(second).toMatchObject({ status: 'rejected', reason: expect.any(ConflictError) });
      expect((await stores.jobs.claim(10, SECOND)).map(({ key }) => key)).toEqual(['U1']);
    });

    test('refuse an event for a seq yet to come, and one for a case that does not exist', async () => {
      const { id, seq } = await stores.cases.attach(await report('a'), ['k']);
      const event = { kind: 'claimed', by: 'U1' } as const;
      await expect(stores.cases.append(id, seq + 1, event)).rejects.toThrow(ConflictError);
      await expect(stores.cases.append('C-NOBODY', 0, event)).rejects.toThrow(ConflictError);
      expect(await stores.cases.get('C-NOBODY')).toBeUndefined();
      expect(await stores.cases.history('C-NOBODY')).toEqual([]);
    });

    test('give back the newest assessment, whose event tells nothing of the content', async () => {
      const { id, seq } = await stores.cases.attach(await report('a'), ['k']);
      expect(await stores.cases.assessment(id)).toBeUndefined();
      const once = await stores.cases.assess(id, seq, assessment(3), [{ kind: 'escalate', key: id }]);
      expect(once).toMatchObject({ risk: 'suspicious', score: 3 });
      const twice = await stores.cases.assess(id, once.seq, assessment(7));
      expect(twice).toMatchObject({ risk: 'high', score: 7 });
      expect(await stores.cases.assessment(id)).toEqual(assessment(7));
      expect(JSON.stringify(await stores.cases.history(id))).not.toContain(SECRET);
      expect((await stores.jobs.claim(5, SECOND)).map(({ kind }) => kind)).toContain('escalate');
    });

    test('store no assessment when somebody was faster', async () => {
      const { id, seq } = await stores.cases.attach(await report('a'), ['k']);
      await stores.cases.append(id, seq, { kind: 'claimed', by: 'U1' });
      await expect(stores.cases.assess(id, seq, assessment())).rejects.toThrow(ConflictError);
      expect(await stores.cases.assessment(id)).toBeUndefined();
    });
  });
}
