import { beforeEach, describe, expect, it } from 'vitest';
import { decide } from '../../src/cases/decide.ts';
import { listable } from '../../src/cases/listable.ts';
import { askLook } from '../../src/cases/look.ts';
import type { Expanded } from '../../src/intel/expand/expand.ts';
import type { Evidence, Receipt } from '../../src/model.ts';
import { observablesOf } from '../../src/parse/observables.ts';
import { openStores } from '../../src/store/open.ts';
import { link } from '../helpers/evidence.ts';
import { linkArrival, type TestHouse, testHouse } from '../helpers/house.ts';

const FROM = 'https://short.example/a';
let house: TestHouse;
let time: number;
/** Where the link leads; undefined when its host is down. */
let end: string | undefined;
let asked: number;
let scanned: string[];

beforeEach(async () => {
  time = Date.UTC(2026, 1, 3);
  house = await testHouse(undefined, await openStores('sqlite::memory:', { now: () => new Date(time) }));
  end = 'https://harmless.example/x';
  asked = 0;
  scanned = [];
  house.looks = {
    expand: async (evidence) => follow(evidence),
    scan: {
      name: 'a scanner',
      choose: () => ({
        open: ['https://one.example/', 'https://two.example/'],
        left: [{ url: FROM, why: 'a short link' }],
      }),
      submit: async (url) => {
        scanned.push(url);
        return {
          provider: 'a scanner',
          asked: url,
          at: new Date(time).toISOString(),
          outcome: 'known',
          answer: 'id-1',
        };
      },
    },
  };
  return () => house.stores.close();
});

/** As the real one: what was followed before is left. */
function follow({ links }: Evidence): Expanded {
  const nothing: Expanded = { links: [], observables: [], gaps: [], receipts: [], asked: [], left: [] };
  if (links.some(({ chain }) => chain)) return nothing;
  asked += 1;
  const receipt: Receipt = {
    provider: 'Following links',
    asked: FROM,
    at: new Date(time).toISOString(),
    outcome: end ? 'known' : 'failed',
    answer: end ? `leads to ${end}` : 'it cannot be reached',
  };
  if (!end) return { ...nothing, receipts: [receipt], asked: [{ url: FROM, note: 'it cannot be reached' }] };
  const found = link(end, { message: undefined, source: 'redirect', chain: [FROM] });
  return {
    ...nothing,
    links: [found],
    observables: observablesOf({ messages: [], links: [found], attachments: [] }),
    receipts: [receipt],
    asked: [{ url: FROM, to: end, note: 'leads no further (200)' }],
  };
}

async function escalated(): Promise<string> {
  const { arrival, keys } = linkArrival(FROM);
  const report = await house.stores.reports.add(arrival, keys);
  await house.work();
  const caseId = (await house.stores.reports.get(report?.id ?? ''))?.caseId ?? '';
  const file = await house.stores.cases.get(caseId);
  await house.stores.cases.append(caseId, file?.seq ?? 0, { kind: 'escalated', spot: { channel: 'CSEC', ts: '1.1' } });
  house.desk.said.length = 0;
  return caseId;
}
const looked = (): string[] => house.desk.said.filter((line) => line.startsWith('looked'));

describe('expanding links by a press', () => {
  it('says in the thread where they lead, keeps the receipts, and brings card and answer up to date', async () => {
    const caseId = await escalated();
    expect(await askLook(house, caseId, 'expand', 'U9')).toEqual({ kind: 'done' });
    await house.work();
    expect(looked()).toEqual([expect.stringContaining(`${FROM} ${end}`)]);
    expect(house.desk.said).toContain('refresh no-signs of 1');
    expect(house.desk.said).toContain('answer U1 no-signs of 1');
    expect(await house.stores.receipts.ofCase(caseId)).toMatchObject([{ asked: FROM, answer: `leads to ${end}` }]);
    const kept = await house.stores.cases.assessment(caseId);
    expect(kept?.evidence.links.map(({ url }) => url)).toEqual([FROM, end]);
    expect(kept?.sightings.map(({ observable }) => observable.value)).toContain('harmless.example');
    expect((await house.stores.cases.get(caseId))?.looks?.expand).toMatchObject({ by: 'U9', done: true });
  });

  it('judges what it finds there: the verdict may rise, and the reporter hears of it', async () => {
    const caseId = await escalated();
    end = 'https://evil.example/login';
    await askLook(house, caseId, 'expand', 'U9');
    await house.work();
    expect((await house.stores.cases.get(caseId))?.risk).toBe('high');
    expect(house.desk.said).toContain('warn U1 high');
  });

  it('lets an analyst put the target on the own list', async () => {
    const caseId = await escalated();
    await askLook(house, caseId, 'expand', 'U9');
    await house.work();
    const kept = await house.stores.cases.assessment(caseId);
    const found = listable(kept?.evidence as Evidence, house.assessor.knowledge).map(({ value }) => value);
    expect(found).toContain('https://harmless.example/x');
  });

  it('never lowers a verdict', async () => {
    const { arrival, keys } = linkArrival('https://evil.example/start');
    const report = await house.stores.reports.add(arrival, keys);
    await house.work();
    const caseId = (await house.stores.reports.get(report?.id ?? ''))?.caseId ?? '';
    // The checks of today would not say it any more.
    house.assessor.checks = [];
    await askLook(house, caseId, 'expand', 'U9');
    await house.work();
    expect((await house.stores.cases.get(caseId))?.risk).toBe('high');
    const kept = await house.stores.cases.assessment(caseId);
    expect(kept?.verdict.risk).toBe('high');
    expect(kept?.evidence.links).toHaveLength(2);
  });

  it('is done once for two presses at the same moment, and again afterwards', async () => {
    const caseId = await escalated();
    end = undefined;
    const both = await Promise.all(['U8', 'U9'].map((by) => askLook(house, caseId, 'expand', by)));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['already', 'done']);
    await house.work();
    expect(asked).toBe(1);
    expect(looked()).toEqual([expect.stringContaining('it cannot be reached')]);
    end = 'https://harmless.example/x';
    expect(await askLook(house, caseId, 'expand', 'U9')).toEqual({ kind: 'done' });
    await house.work();
    expect(looked().at(-1)).toContain(`${FROM} ${end}`);
  });

  it('says it once though the line dropped after the post, and asks no host twice', async () => {
    const caseId = await escalated();
    house.desk.failNext('looked', new Error('the line dropped'));
    await askLook(house, caseId, 'expand', 'U9');
    await house.work();
    expect(looked()).toHaveLength(1);
    expect(asked).toBe(1);
    expect(await house.stores.jobs.counts()).toEqual({ waiting: 0, running: 0, dead: 0 });
  });

  it('recognises a copy all the same', async () => {
    const caseId = await escalated();
    await askLook(house, caseId, 'expand', 'U9');
    await house.work();
    const { arrival, keys } = linkArrival(FROM, 'U2');
    const copy = await house.stores.reports.add(arrival, keys);
    house.assessor.expand = async (evidence) => follow(evidence);
    await house.work();
    expect((await house.stores.reports.get(copy?.id ?? ''))?.caseId).toBe(caseId);
  });

  it('is refused where it is switched off, and about a case whose content was deleted', async () => {
    const caseId = await escalated();
    const { looks } = house;
    house.looks = undefined;
    expect(await askLook(house, caseId, 'expand', 'U9')).toEqual({ kind: 'off' });
    house.looks = looks;
    time += 1;
    await house.stores.purge(new Date(time));
    expect(await askLook(house, caseId, 'expand', 'U9')).toEqual({ kind: 'unknown' });
    expect(await askLook(house, 'C-unknown', 'expand', 'U9')).toEqual({ kind: 'unknown' });
    expect(asked).toBe(0);
  });

  it('ends without a word of links when its content is deleted meanwhile', async () => {
    const caseId = await escalated();
    await askLook(house, caseId, 'expand', 'U9');
    time += 1;
    await house.stores.purge(new Date(time));
    await house.work();
    expect(asked).toBe(0);
    expect(looked()).toEqual([expect.not.stringContaining('example')]);
  });

  it('goes on after a decision, without telling the reporter another verdict', async () => {
    const caseId = await escalated();
    await decide(house, caseId, { by: 'U9', kind: 'phishing', ticked: [] });
    await house.work();
    end = 'https://evil.example/login';
    await askLook(house, caseId, 'expand', 'U9');
    await house.work();
    expect(looked()).toHaveLength(1);
    expect(house.desk.said.filter((line) => line.startsWith('warn'))).toEqual([]);
  });
});

describe('a scan by a press', () => {
  it('submits each link once, keeps the receipts, and says what was left alone', async () => {
    const caseId = await escalated();
    await askLook(house, caseId, 'scan', 'U9');
    await house.work();
    expect(scanned).toEqual(['https://one.example/', 'https://two.example/']);
    expect(looked()[0]).toMatch(/https:\/\/one\.example\/ id-1, https:\/\/two\.example\/ id-1, a short link/);
    expect(await house.stores.receipts.ofCase(caseId)).toHaveLength(2);
  });

  it('submits only what is left when it died half way', async () => {
    const caseId = await escalated();
    const scan = house.looks?.scan;
    if (!scan) throw new Error('no scanner');
    const { submit } = scan;
    let died = false;
    scan.submit = async (url) => {
      if (url.includes('two') && !died) {
        died = true;
        throw new Error('killed');
      }
      return submit(url);
    };
    await askLook(house, caseId, 'scan', 'U9');
    await house.work();
    expect(scanned).toEqual(['https://one.example/', 'https://two.example/']);
    expect(looked()).toHaveLength(1);
  });

  it('may be pressed again for a newer scan', async () => {
    const caseId = await escalated();
    await askLook(house, caseId, 'scan', 'U9');
    await house.work();
    time += 60_000;
    await askLook(house, caseId, 'scan', 'U9');
    await house.work();
    expect(scanned).toHaveLength(4);
  });
});
