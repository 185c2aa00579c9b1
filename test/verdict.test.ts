import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Gap, Group, Scoring } from '../src/model.ts';
import { graver, judge } from '../src/verdict.ts';

const scoring: Scoring = {
  thresholds: { suspicious: 3, high: 7 },
  caps: { sender: 6, link: 6, content: 5, attachment: 7, indicator: 10 },
  points: {},
};

const finding = (group: Group, points: number, parts: Partial<Finding> = {}): Finding => ({
  check: `${group}-${points}`,
  group,
  points,
  data: {},
  decisive: false,
  ...parts,
});
const verdict = (findings: Finding[], gaps: Gap[] = [], ran = 10) => judge({ findings, ran }, gaps, scoring);

const blinding: Gap = { what: 'attachment', why: 'encrypted', name: 'a.zip', blinding: true };
const harmless: Gap = { what: 'authentication', why: 'missing', blinding: false };

describe('judge', () => {
  it.each([
    [0, 'no-signs'],
    [2.9, 'no-signs'],
    [3, 'suspicious'],
    [5, 'suspicious'],
  ])('turns %d points of content into %s', (points, risk) => {
    expect(verdict([finding('content', points)]).risk).toBe(risk);
  });

  it('is high from the threshold on, over several groups', () => {
    expect(verdict([finding('content', 4), finding('sender', 2.9)])).toMatchObject({ risk: 'suspicious', score: 6.9 });
    expect(verdict([finding('content', 4), finding('sender', 3)])).toMatchObject({ risk: 'high', score: 7 });
  });

  it('caps each group, so that no single kind of oddness convicts', () => {
    const links = Array.from({ length: 10 }, (_, index) => finding('link', 3, { check: `link-${index}` }));
    expect(verdict(links)).toMatchObject({ risk: 'suspicious', score: 6 });
  });

  it('is high with one decisive finding, whatever its points', () => {
    expect(verdict([finding('content', 0.1, { decisive: true })]).risk).toBe('high');
  });

  it('says strongest first: decisive, then by points, then by name', () => {
    const { findings } = verdict([
      finding('link', 1, { check: 'b' }),
      finding('link', 1, { check: 'a' }),
      finding('content', 3, { check: 'c' }),
      finding('attachment', 2, { check: 'd', decisive: true }),
    ]);
    expect(findings.map(({ check }) => check)).toEqual(['d', 'c', 'a', 'b']);
  });

  it('never calls clean what it could not see', () => {
    expect(verdict([], [blinding]).risk).toBe('unchecked');
    expect(verdict([finding('content', 1)], [blinding]).risk).toBe('unchecked');
    expect(verdict([], [harmless]).risk).toBe('no-signs');
  });

  it('says what it did see in spite of a blinding gap', () => {
    expect(verdict([finding('content', 3)], [blinding]).risk).toBe('suspicious');
    expect(verdict([finding('content', 5), finding('link', 5)], [blinding]).risk).toBe('high');
  });

  it('is unchecked when there was nothing to look at', () => {
    expect(verdict([], [], 0)).toEqual({ risk: 'unchecked', score: 0, findings: [], gaps: [], ran: 0 });
  });

  it('rounds the score to tenths, and judges by what it shows', () => {
    // 0.1 + 0.2 + 2.7 is a little more or less than 3 to a computer.
    const sum = verdict([finding('content', 0.1), finding('link', 0.2), finding('sender', 2.7)]);
    expect(sum).toMatchObject({ score: 3, risk: 'suspicious' });
    expect(verdict([finding('content', 2.96)])).toMatchObject({ score: 3, risk: 'suspicious' });
  });

  it('never grows milder by one more finding', () => {
    const findings = fc.array(
      fc.record({
        check: fc.string(),
        group: fc.constantFrom<Group>('sender', 'link', 'content', 'attachment', 'indicator'),
        points: fc.double({ min: 0, max: 10, noNaN: true }),
        data: fc.constant({}),
        decisive: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(findings, findings, fc.boolean(), (some, more, blind) => {
        const gaps = blind ? [blinding] : [];
        const before = verdict(some, gaps);
        const after = verdict([...some, ...more], gaps);
        expect(graver(before.risk, after.risk)).toBe(false);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
      }),
    );
  });
});

describe('graver', () => {
  it('orders the risks; unchecked is graver than no signs', () => {
    expect(graver('high', 'suspicious')).toBe(true);
    expect(graver('suspicious', 'unchecked')).toBe(true);
    expect(graver('unchecked', 'no-signs')).toBe(true);
    expect(graver('high', 'high')).toBe(false);
    expect(graver('no-signs', 'high')).toBe(false);
  });
});
