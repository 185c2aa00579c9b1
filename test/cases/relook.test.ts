import { beforeEach, describe, expect, it } from 'vitest';
import { decide } from '../../src/cases/decide.ts';
import { relookAfter } from '../../src/cases/relook.ts';
import { type Check, defineCheck } from '../../src/checks/check.ts';
import { opinionMalicious } from '../../src/checks/indicator/opinion-malicious.ts';
import type { Gap, Opinion, Receipt } from '../../src/model.ts';
import { openStores } from '../../src/store/open.ts';
import { link } from '../helpers/evidence.ts';
import { linkArrival, type TestHouse, testHouse } from '../helpers/house.ts';

const TEN_MINUTES = 600_000;

const evilEnd = defineCheck({
  id: 'evil-end',
  on: 'link',
  group: 'link',
  points: 5,
  explain: 'It leads to {url}.',
  run: ({ url }) => (url.includes('evil') ? { url } : undefined),
});

let time = 0;
let house: TestHouse;
/** What the service says: an opinion, nothing, or that it is down. */
let service: Opinion['level'] | 'down';

beforeEach(async () => {
  time = Date.UTC(2026, 10, 25);
  service = 'down';
  house = await testHouse(undefined, await openStores('sqlite::memory:', { now: () => new Date(time) }));
  house.assessor.checks = [{ ...opinionMalicious, decisive: true }];
  house.assessor.gather = async (observables) => {
    const down = service === 'down';
    const level = service as Opinion['level'];
    return {
      sightings: observables.map((observable) => ({
        observable,
        indicators: [],
        opinions: down || level === 'unknown' ? [] : [{ provider: 'VirusTotal', level }],
      })),
      gaps: down ? [{ what: 'list', why: 'error', name: 'VirusTotal', blinding: false }] : [],
      receipts: observables.map(({ value }) => receipt(down ? 'failed' : 'known', value)),
    };
  };
  return () => house.stores.close();
});

const receipt = (outcome: Receipt['outcome'], asked = 'evil.example'): Receipt => ({
  provider: 'VirusTotal',
  asked,
  at: new Date(time).toISOString(),
  outcome,
  answer: outcome,
});

async function reportLink(): Promise<string> {
  const { arrival, keys } = linkArrival('https://quiet.example/');
  const report = await house.stores.reports.add(arrival, keys);
  await house.work();
  const caseId = (await house.stores.reports.get(report?.id ?? ''))?.caseId;
  if (!caseId) throw new Error('no case');
  return caseId;
}

async function later(ms = TEN_MINUTES): Promise<void> {
  time += ms;
  await house.work();
}

describe('a case whose service was down', () => {
  it('is answered at once, with the gap', async () => {
    const caseId = await reportLink();
    expect(house.desk.said).toEqual(['acknowledge U1', 'answer U1 no-signs of 1']);
    const kept = await house.stores.cases.assessment(caseId);
    expect(kept?.verdict.gaps).toMatchObject([{ what: 'list', name: 'VirusTotal' }]);
    expect(kept).not.toHaveProperty('receipts');
  });

  it('keeps what the look at its authentication found, which a second look does not repeat', async () => {
    const doubt: Gap = { what: 'authentication', why: 'timeout', blinding: false };
    const lookups = ['TXT _dmarc.bank.example'];
    house.assessor.authenticate = async () => ({ results: new Map(), gaps: [doubt], lookups });
    const caseId = await reportLink();
    service = 'malicious';
    await later();
    const kept = await house.stores.cases.assessment(caseId);
    expect(kept).toMatchObject({ lookups, verdict: { risk: 'high', gaps: [doubt] } });
  });

  it('says once that a list is out of date, and no more when it is fresh by the second look', async () => {
    const stale: Gap = { what: 'list', why: 'stale', name: 'urlhaus', blinding: false };
    const other: Gap = { ...stale, name: 'openphish' };
    const gather = house.assessor.gather;
    let old = [stale, other];
    house.assessor.gather = async (...asked) => {
      const found = await gather(...asked);
      return { ...found, gaps: [...found.gaps, ...old] };
    };
    const caseId = await reportLink();
    service = 'malicious';
    old = [stale];
    await later();
    expect((await house.stores.cases.assessment(caseId))?.verdict.gaps).toEqual([stale]);
  });

  it('is looked at again; when the verdict rises the reporter is told and security hears of it', async () => {
    const caseId = await reportLink();
    service = 'malicious';
    await later();
    expect(house.desk.said).toContain('answer U1 high of 1');
    for (const line of ['escalate high', 'warn U1 high']) {
      expect(house.desk.said.filter((said) => said === line)).toHaveLength(1);
    }
    const kept = await house.stores.cases.assessment(caseId);
    expect(kept?.verdict).toMatchObject({ risk: 'high', gaps: [] });
    expect((await house.stores.receipts.ofCase(caseId)).map(({ outcome }) => outcome)).toEqual(['failed', 'known']);
  });

  it('says nothing when the verdict stays', async () => {
    await reportLink();
    service = 'harmless';
    await later();
    await later(10 * TEN_MINUTES);
    expect(house.desk.said).toHaveLength(2);
  });

  it('tells once, though the line dropped after the post', async () => {
    await reportLink();
    service = 'malicious';
    house.desk.failNext('warn', new Error('the line dropped'));
    await later();
    expect(house.desk.said.filter((line) => line.startsWith('warn'))).toEqual(['warn U1 high']);
  });

  it('is looked at five times within the hour, and then no more', async () => {
    const caseId = await reportLink();
    for (let round = 0; round < 9; round += 1) await later();
    expect(await house.stores.receipts.ofCase(caseId)).toHaveLength(6);
    expect(await house.stores.jobs.next()).toBeUndefined();
  });

  it('is left alone once a person has decided', async () => {
    const caseId = await reportLink();
    await decide(house, caseId, { by: 'U9', kind: 'legitimate', ticked: [] });
    service = 'malicious';
    await later();
    expect(house.desk.said.some((line) => line.startsWith('warn'))).toBe(false);
    expect((await house.stores.cases.get(caseId))?.risk).toBe('no-signs');
  });

  it('is left alone once its content was deleted', async () => {
    const caseId = await reportLink();
    time += 1;
    await house.stores.purge(new Date(time));
    service = 'malicious';
    await later();
    expect((await house.stores.cases.get(caseId))?.risk).toBe('no-signs');
  });
});

describe('a case whose short link could not be followed', () => {
  const gap: Gap = { what: 'link', why: 'timeout', name: 'short.example', blinding: false };
  const asked = (outcome: Receipt['outcome']): Receipt => ({ ...receipt(outcome), provider: 'Following links' });

  it('is followed at the next look: the way is kept, the gap goes, and a graver end is told', async () => {
    service = 'unknown';
    let end: string | undefined;
    const evil: Check = { ...evilEnd, decisive: true };
    house.assessor.checks = [evil];
    house.assessor.expand = async () => ({
      links: end ? [link(end, { message: undefined, chain: ['https://quiet.example/'] })] : [],
      observables: end ? [{ kind: 'url', value: end }] : [],
      gaps: end ? [] : [gap],
      receipts: [asked(end ? 'known' : 'failed')],
      asked: [],
      left: [],
    });
    const caseId = await reportLink();
    expect((await house.stores.cases.assessment(caseId))?.verdict.gaps).toEqual([gap]);
    end = 'https://evil.example/login';
    await later();
    const kept = await house.stores.cases.assessment(caseId);
    expect(kept?.verdict).toMatchObject({ risk: 'high', gaps: [] });
    expect(kept?.evidence.links.at(-1)?.chain).toEqual(['https://quiet.example/']);
    expect(kept?.evidence.observables.map(({ value }) => value)).toContain(end);
    expect(house.desk.said).toContain('warn U1 high');
  });
});

describe('a case whose services answered', () => {
  it('is not looked at again', async () => {
    service = 'unknown';
    await reportLink();
    expect(await house.stores.jobs.next()).toBeUndefined();
    expect(relookAfter('C-1', 'r1', [receipt('known'), receipt('unknown')])).toEqual([]);
  });
});

describe('an opinion of before', () => {
  it('stays where the service gives no answer this time', async () => {
    service = 'malicious';
    const gather = house.assessor.gather;
    house.assessor.gather = async (...args) => {
      const found = await gather(...args);
      return { ...found, receipts: [...(found.receipts ?? []), { ...receipt('failed'), provider: 'URLhaus' }] };
    };
    const caseId = await reportLink();
    service = 'down';
    await later();
    expect((await house.stores.cases.assessment(caseId))?.verdict.risk).toBe('high');
    expect((await house.stores.cases.get(caseId))?.risk).toBe('high');
  });
});
