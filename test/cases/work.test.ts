import { beforeEach, describe, expect, it } from 'vitest';
import { ask, claim, click, decide } from '../../src/cases/decide.ts';
import { DeskGoneError } from '../../src/cases/desk.ts';
import { mayHint, promote, receive } from '../../src/cases/intake.ts';
import { observableId } from '../../src/cases/listable.ts';
import { linkArrival, type TestHouse, testHouse } from '../helpers/house.ts';

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
  return () => house.stores.close();
});

/** Reports a link and works until all is quiet; returns the case's id. */
async function reportLink(url: string, user = 'U1', parts = {}): Promise<{ caseId: string; reportId: string }> {
  const { arrival, keys } = linkArrival(url, user, parts);
  const report = await house.stores.reports.add(arrival, keys);
  if (!report) throw new Error('known already');
  await house.work();
  const caseId = (await house.stores.reports.get(report.id))?.caseId;
  if (!caseId) throw new Error('no case');
  return { caseId, reportId: report.id };
}

describe('a report', () => {
  it('is acknowledged, then answered; a quiet one goes no further', async () => {
    await reportLink('https://honest.example/');
    expect(house.desk.said).toEqual(['acknowledge U1', 'answer U1 no-signs of 1']);
  });

  it('of high risk goes to security without anyone asking', async () => {
    await reportLink('https://evil.example/');
    expect(house.desk.said).toContain('escalate high');
  });

  it('is stored once, however often Slack delivers it', async () => {
    const { arrival, keys } = linkArrival('https://evil.example/');
    expect(await receive(house, arrival, keys)).toBe('new');
    expect(await receive(house, arrival, keys)).toBe('known');
    await house.work();
    expect(house.desk.said.filter((line) => line.startsWith('acknowledge'))).toHaveLength(1);
  });

  it('is answered once when the answer failed the first time', async () => {
    house.desk.failNext('answer', new Error('Slack is down'));
    await reportLink('https://honest.example/');
    expect(house.desk.said).toEqual(['acknowledge U1', 'answer U1 no-signs of 1']);
  });

  it('is acknowledged once when the post went out and its record did not', async () => {
    house.desk.failNext('acknowledge', new Error('the line dropped after the post'));
    await reportLink('https://honest.example/');
    expect(house.desk.said.filter((line) => line.startsWith('acknowledge'))).toHaveLength(1);
  });

  it('reaches security even when its own channel is gone', async () => {
    house.desk.failNext('acknowledge', new DeskGoneError('channel_not_found'));
    await reportLink('https://evil.example/');
    expect(house.desk.said).toContain('escalate high');
    expect(house.desk.said.some((line) => line.startsWith('answer'))).toBe(false);
  });
});

describe('a copy', () => {
  it('joins the case, gets the known answer, and counts up the card', async () => {
    const first = await reportLink('https://evil.example/');
    const second = await reportLink('https://evil.example/', 'U2');
    expect(second.caseId).toBe(first.caseId);
    expect(house.desk.said).toContain('answer U2 high of 2');
    expect(house.desk.said).toContain('refresh high of 2');
    expect(house.desk.said.filter((line) => line.startsWith('escalate'))).toHaveLength(1);
  });

  it('of a decided case gets the decision at once, and is not told a second time', async () => {
    const { caseId } = await reportLink('https://evil.example/');
    await decide(house, caseId, { by: 'U9', kind: 'phishing', ticked: [] });
    await house.work();
    house.desk.said.length = 0;
    await reportLink('https://evil.example/', 'U2');
    expect(house.desk.said).toContain('answer U2 phishing of 2');
    expect(house.desk.said.some((line) => line.startsWith('tell'))).toBe(false);
  });

  it('raises the verdict for everybody when more is known by then', async () => {
    const quiet = await reportLink('https://quiet.example/');
    await house.stores.indicators.listFromCase(
      'T1',
      'C-OTHER',
      [{ kind: 'url', value: 'https://quiet.example/' }],
      'phishing',
    );
    await reportLink('https://quiet.example/', 'U2');
    expect((await house.stores.cases.get(quiet.caseId))?.risk).toBe('high');
    expect(house.desk.said).toContain('escalate high');
    expect(house.desk.said).toContain('answer U1 high of 2');
  });
});

describe('a reporter’s button', () => {
  it('"Ask security" escalates whatever the verdict, once', async () => {
    const { caseId, reportId } = await reportLink('https://honest.example/');
    expect(await ask(house, caseId, reportId, 'U1')).toEqual({ kind: 'done' });
    expect(await ask(house, caseId, reportId, 'U1')).toEqual({ kind: 'already' });
    await house.work();
    expect(house.desk.said.filter((line) => line === 'escalate no-signs')).toHaveLength(1);
  });

  it('"I clicked it" escalates with priority', async () => {
    const { caseId, reportId } = await reportLink('https://honest.example/');
    await click(house, caseId, reportId, 'U1');
    await house.work();
    expect(house.desk.said).toContain('escalate no-signs urgent');
    expect(house.desk.said.some((line) => line.startsWith('alert'))).toBe(false);
  });

  it('"I clicked it" on a case that security already has is said loudly, once', async () => {
    const { caseId, reportId } = await reportLink('https://evil.example/');
    house.desk.failNext('alert', new Error('the line dropped after the post'));
    await click(house, caseId, reportId, 'U1');
    await house.work();
    expect(house.desk.said.filter((line) => line === 'alert U1')).toHaveLength(1);
    expect(house.desk.said.filter((line) => line.startsWith('escalate'))).toHaveLength(1);
  });

  it('"I clicked it" by a second person under the same report is said as well', async () => {
    const { caseId, reportId } = await reportLink('https://evil.example/');
    await click(house, caseId, reportId, 'U1');
    await house.work();
    await click(house, caseId, reportId, 'U2');
    await house.work();
    expect(house.desk.said.filter((line) => line === 'alert U1')).toHaveLength(2);
    expect(await click(house, caseId, reportId, 'U2')).toEqual({ kind: 'already' });
  });

  it('of an unknown report changes nothing', async () => {
    const { caseId } = await reportLink('https://honest.example/');
    expect(await click(house, caseId, 'forged', 'U1')).toEqual({ kind: 'unknown' });
    expect(await click(house, 'C-FORGED', 'forged', 'U1')).toEqual({ kind: 'unknown' });
  });
});

describe('a claim', () => {
  it('stands for the first, and names them to the second', async () => {
    const { caseId } = await reportLink('https://evil.example/');
    const both = await Promise.all([claim(house, caseId, 'U8'), claim(house, caseId, 'U9')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'first']);
    expect((await house.stores.cases.history(caseId)).filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
  });
});

describe('a decision', () => {
  it('settles the card, edits each answer, and tells every reporter once', async () => {
    const { caseId } = await reportLink('https://evil.example/');
    await reportLink('https://evil.example/', 'U2');
    house.desk.said.length = 0;
    house.desk.failNext('tell', new Error('the line dropped after the post'));
    await decide(house, caseId, { by: 'U9', kind: 'phishing', ticked: [] });
    await house.work();
    expect(house.desk.said).toContain('refresh phishing of 2');
    expect(house.desk.said.filter((line) => line === 'tell U1 phishing')).toHaveLength(1);
    expect(house.desk.said.filter((line) => line === 'tell U2 phishing')).toHaveLength(1);
  });

  it('stands for the first of two at the same moment', async () => {
    const { caseId } = await reportLink('https://evil.example/');
    const both = await Promise.all([
      decide(house, caseId, { by: 'U8', kind: 'phishing', ticked: [] }),
      decide(house, caseId, { by: 'U9', kind: 'legitimate', ticked: [] }),
    ]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'first']);
  });

  it('can be changed by whoever saw it, and is told again', async () => {
    const { caseId } = await reportLink('https://evil.example/');
    await decide(house, caseId, { by: 'U9', kind: 'legitimate', ticked: [] });
    await house.work();
    const revises = (await house.stores.cases.get(caseId))?.decision?.seq;
    expect(await decide(house, caseId, { by: 'U9', kind: 'phishing', ticked: [], revises })).toEqual({ kind: 'done' });
    await house.work();
    expect(house.desk.said).toContain('tell U1 phishing');
  });

  it('puts what was ticked on the own list, so that its next report is decisive', async () => {
    const observable = { kind: 'url', value: 'https://quiet.example/' } as const;
    const { caseId } = await reportLink(observable.value);
    await decide(house, caseId, { by: 'U9', kind: 'phishing', ticked: [observableId(observable)] });
    await house.work();
    const found = await house.stores.indicators.find('T1', [observable]);
    expect([...found.values()].flat()).toHaveLength(1);
  });

  it('that it is legitimate lists nothing, whatever was ticked, and takes back what an earlier one listed', async () => {
    const observable = { kind: 'url', value: 'https://quiet.example/' } as const;
    const { caseId } = await reportLink(observable.value);
    const ticked = [observableId(observable)];
    await decide(house, caseId, { by: 'U9', kind: 'phishing', ticked });
    const revises = (await house.stores.cases.get(caseId))?.decision?.seq;
    await decide(house, caseId, { by: 'U9', kind: 'legitimate', ticked, revises });
    await house.work();
    expect([...(await house.stores.indicators.find('T1', [observable])).values()].flat()).toEqual([]);
  });
});

describe('/checklink', () => {
  it('becomes a report only when its own asker promotes it, and then goes to security', async () => {
    const { arrival, keys } = linkArrival('https://honest.example/', 'U1', {
      route: 'command',
      place: { channel: 'U1' },
    });
    const report = await house.stores.reports.add(arrival, keys, { job: false });
    const id = report?.id ?? '';
    await house.work();
    expect(house.desk.said).toEqual([]);
    expect(await promote(house, id, 'U2')).toBe('unknown');
    expect(await promote(house, id, 'U1')).toBe('sent');
    await house.work();
    expect(house.desk.said).toContain('escalate no-signs');
  });
});

describe('the hint', () => {
  it('is given once a person and channel', async () => {
    const reporter = { team: 'T1', user: 'U1' };
    expect(await mayHint(house, { channel: 'C1' }, reporter)).toBe(true);
    expect(await mayHint(house, { channel: 'C1' }, reporter)).toBe(false);
    expect(await mayHint(house, { channel: 'C2' }, reporter)).toBe(true);
  });

  it('is given again in another period, where there is one', async () => {
    const hinted = (day: string) => mayHint(house, { channel: 'D1' }, { team: 'T1', user: 'U1' }, day);
    expect([await hinted('1'), await hinted('1'), await hinted('2')]).toEqual([true, false, true]);
  });
});

describe('a copy of a case whose content was deleted', () => {
  it('is answered with reasons again', async () => {
    const { caseId } = await reportLink('https://evil.example/');
    await house.stores.purge(new Date(Date.now() + 1_000));
    expect(await house.stores.cases.assessment(caseId)).toBeUndefined();
    await reportLink('https://evil.example/', 'U2');
    expect((await house.stores.cases.assessment(caseId))?.verdict.findings).toHaveLength(1);
  });
});
