import { describe, expect, it } from 'vitest';
import {
  type CaseEvent,
  isUrgent,
  needsEscalation,
  replay,
  reporterCount,
  type StoredEvent,
  untold,
} from '../src/case.ts';

const at = new Date('2026-02-06T09:00:00Z');
const spot = { channel: 'C1', ts: '1.1' };

function caseAfter(...events: CaseEvent[]) {
  const stored: StoredEvent[] = events.map((event, index) => ({ ...event, seq: index + 1, at }));
  return replay('C-1', 'T1', at, stored);
}

function reported(report: string, user = 'U1'): CaseEvent {
  return { kind: 'reported', report, reporter: { team: 'T1', user }, place: { channel: 'C1' }, route: 'channel' };
}

describe('a case', () => {
  it('counts people, not reports', () => {
    expect(reporterCount(caseAfter(reported('r1'), reported('r2'), reported('r3', 'U2')))).toBe(2);
  });

  it('counts people who forward mail by their address, since Slack posts for all of them', () => {
    const mail = (report: string, address: string): CaseEvent => ({
      kind: 'reported',
      report,
      reporter: { team: 'T1', user: 'USLACKBOT', address },
      place: { channel: 'C1' },
      route: 'email',
    });
    const file = caseAfter(
      mail('r1', 'a@hospital.example'),
      mail('r2', 'A@hospital.example'),
      mail('r3', 'b@hospital.example'),
    );
    expect(reporterCount(file)).toBe(2);
  });

  it('takes the same report once, however often it is said', () => {
    expect(caseAfter(reported('r1'), reported('r1')).reports).toHaveLength(1);
  });

  it('goes to security when it is high, and not for less', () => {
    const checks: string[] = [];
    expect(needsEscalation(caseAfter(reported('r1'), { kind: 'assessed', risk: 'high', score: 9, checks }))).toBe(true);
    expect(needsEscalation(caseAfter(reported('r1'), { kind: 'assessed', risk: 'suspicious', score: 4, checks }))).toBe(
      false,
    );
  });

  it('goes to security when a person asks or clicked, whatever the verdict', () => {
    const quiet: CaseEvent[] = [reported('r1'), { kind: 'assessed', risk: 'no-signs', score: 0, checks: [] }];
    expect(needsEscalation(caseAfter(...quiet, { kind: 'asked', report: 'r1', by: 'U1' }))).toBe(true);
    const clicked = caseAfter(...quiet, { kind: 'clicked', report: 'r1', by: 'U2' });
    expect(needsEscalation(clicked)).toBe(true);
    expect(isUrgent(clicked)).toBe(true);
    expect(clicked.reports[0]?.clickedBy).toEqual(['U2']);
  });

  it('knows who has not heard the standing decision', () => {
    const decided: CaseEvent = { kind: 'decided', by: 'U9', decision: 'phishing', listed: [] };
    const file = caseAfter(
      reported('r1'),
      reported('r2', 'U2'),
      reported('r3', 'U3'),
      { kind: 'answered', report: 'r1', spot },
      { kind: 'answered', report: 'r2', spot },
      decided,
      { kind: 'told', report: 'r1', decision: 6 },
    );
    expect(untold(file).map((report) => report.id)).toEqual(['r2']);
  });

  it('tells everybody again when a decision was changed', () => {
    const file = caseAfter(
      reported('r1'),
      { kind: 'answered', report: 'r1', spot },
      { kind: 'decided', by: 'U9', decision: 'legitimate', listed: [] },
      { kind: 'told', report: 'r1', decision: 3 },
      { kind: 'decided', by: 'U9', decision: 'phishing', listed: [] },
    );
    expect(file.decision?.kind).toBe('phishing');
    expect(untold(file)).toHaveLength(1);
  });

  it('counts a reporter as told whose answer already carried the decision', () => {
    const file = caseAfter(
      reported('r1'),
      { kind: 'decided', by: 'U9', decision: 'phishing', listed: [] },
      { kind: 'answered', report: 'r1', spot, decision: 2 },
    );
    expect(untold(file)).toEqual([]);
  });

  it('is not upset by events about reports that it does not know', () => {
    const file = caseAfter(reported('r1'), { kind: 'clicked', report: 'nobody', by: 'U1' });
    expect(file.seq).toBe(2);
    expect(isUrgent(file)).toBe(false);
  });
});
