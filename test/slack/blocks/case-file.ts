import fc from 'fast-check';
import { type Case, type CaseReport, openCase } from '../../../src/case.ts';
import type { CaseFile } from '../../../src/cases/desk.ts';
import {
  type Assessment,
  DECISIONS,
  type Finding,
  type Gap,
  type Observable,
  type Receipt,
  type Risk,
  type Verdict,
} from '../../../src/model.ts';
import { evidence, link, message } from '../../helpers/evidence.ts';
import { hostile } from '../hostile.ts';

const AT = new Date('2026-01-02T03:04:05Z');
export const WORKSPACE = 'https://riverside.slack.com/';
export const SENTENCES = new Map([
  ['two-values', 'It comes from {a}, but a reply would go to {b}.'],
  ['glued', '{a}{b}'],
  ['no-value', 'It asks for a password.'],
]);

export function report(parts: Partial<CaseReport> = {}): CaseReport {
  return {
    id: 'r1',
    reporter: { team: 'T1', user: 'U0NURSE' },
    place: { channel: 'C0REPORT', thread: '1700000000.000100' },
    route: 'channel',
    source: { channel: 'C0REPORT', ts: '1700000000.000100' },
    at: AT,
    answered: true,
    asked: false,
    clicked: false,
    clickedBy: [],
    alerted: 0,
    ...parts,
  };
}

export function verdict(parts: Partial<Verdict> = {}): Verdict {
  return { risk: 'high', score: 7.5, findings: [], gaps: [], ran: 12, ...parts };
}

export function finding(check: string, data: Record<string, string> = {}, parts: Partial<Finding> = {}): Finding {
  return { check, group: 'link', points: 3, data, decisive: false, ...parts };
}

export function caseFile(parts: Partial<Case> = {}, assessment?: Partial<Assessment>): CaseFile {
  const found: Assessment = { evidence: evidence(), sightings: [], verdict: verdict(), ...assessment };
  return {
    case: {
      ...openCase('C-1', 'T1', AT),
      seq: 5,
      reports: [report()],
      risk: found.verdict.risk,
      score: found.verdict.score,
      ...parts,
    },
    assessment: found,
  };
}

const observable: fc.Arbitrary<Observable> = fc.record({
  kind: fc.constantFrom('url', 'domain', 'address', 'ip', 'sha256'),
  value: hostile,
});

const findings = fc.array(
  fc.record({
    check: fc.constantFrom(...SENTENCES.keys()),
    group: fc.constantFrom('sender', 'link', 'content', 'attachment', 'indicator'),
    points: fc.double({ min: 0, max: 9, noNaN: true }),
    data: fc.record({ a: hostile, b: hostile }),
    decisive: fc.boolean(),
  }),
  { maxLength: 15 },
) as fc.Arbitrary<Finding[]>;

const gaps: fc.Arbitrary<Gap[]> = fc.array(
  fc.record({
    what: fc.constantFrom('mail', 'file', 'attachment', 'authentication', 'list', 'report'),
    why: fc.constantFrom('timeout', 'encrypted', 'no-access', 'missing'),
    name: fc.option(hostile, { nil: undefined }),
    blinding: fc.boolean(),
  }),
  { maxLength: 12 },
);

const receipts: fc.Arbitrary<Receipt[]> = fc.array(
  fc.record({
    provider: fc.oneof(fc.constantFrom('VirusTotal', 'RDAP'), hostile),
    asked: hostile,
    at: fc.constant(AT.toISOString()),
    outcome: fc.constantFrom('known', 'unknown', 'failed', 'not-asked'),
    answer: hostile,
  }),
  { maxLength: 40 },
);

const reports = fc.array(
  fc.record({
    user: fc.constantFrom('U0NURSE', 'U0WARD', 'USLACKBOT'),
    asked: fc.boolean(),
    clicked: fc.boolean(),
    route: fc.constantFrom('email', 'channel', 'dm', 'command'),
    told: fc.option(fc.constantFrom(3, 5), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 15 },
);

/** Any case, with attacker text wherever a case can hold any. */
export const anyCase: fc.Arbitrary<CaseFile> = fc
  .record({
    risk: fc.constantFrom<Risk>('high', 'suspicious', 'no-signs', 'unchecked'),
    findings,
    gaps,
    observables: fc.array(observable, { maxLength: 60 }),
    messages: fc.array(fc.record({ subject: hostile, name: hostile, address: hostile, replyTo: hostile }), {
      maxLength: 4,
    }),
    reports,
    claim: fc.option(fc.constant({ by: 'U0ANNA', at: AT }), { nil: undefined }),
    decision: fc.option(
      fc.record({
        kind: fc.constantFrom(...DECISIONS),
        note: fc.option(hostile, { nil: undefined }),
        listed: fc.array(observable, { maxLength: 5 }),
      }),
      { nil: undefined },
    ),
    receipts,
    ends: fc.array(fc.tuple(hostile, hostile), { maxLength: 4 }),
    escalated: fc.boolean(),
    deleted: fc.boolean(),
  })
  .map((given) => {
    const mailbox = (address: string, name = '') => ({ address, name, domain: '' });
    const file = caseFile(
      {
        reports: given.reports.map(({ user, clicked, ...rest }, index) =>
          report({
            ...rest,
            id: `r${index}`,
            clicked,
            clickedBy: clicked ? [user] : [],
            reporter: { team: 'T1', user },
          }),
        ),
        claim: given.claim,
        decision: given.decision && { ...given.decision, seq: 5, by: 'U0ANNA', at: AT },
        escalation: given.escalated ? { channel: 'C0SEC', ts: '1.1' } : undefined,
      },
      {
        verdict: verdict({ risk: given.risk, findings: given.findings, gaps: given.gaps }),
        evidence: evidence({
          observables: given.observables,
          links: given.ends.map(([from, url], at) => ({
            ...link('https://end.example/', { id: `l${at}` }),
            url,
            chain: [from],
          })),
          messages: given.messages.map(({ subject, name, address, replyTo }) => ({
            ...message({ subject }),
            from: mailbox(address, name),
            replyTo: [mailbox(replyTo)],
            forwardedBy: mailbox(address),
          })),
        }),
      },
    );
    return given.deleted ? { case: file.case } : { ...file, receipts: given.receipts };
  });
