import type { Arrival, Assessment, Report, SlackMail, Specimen } from '../../../src/model.ts';
import type { Stores } from '../../../src/store/stores.ts';
import { attachment, evidence, link, message } from '../../helpers/evidence.ts';

/** Where a contract runs. Each call of `url` names a new, empty database. */
export interface Ground {
  url(): string;
  open(url: string, options: { now: () => Date }): Promise<Stores>;
  /** Whether a database can be opened twice, and again after it was closed. */
  shared: boolean;
}

/** A clock that stands still until told otherwise. */
export interface Clock {
  now: () => Date;
  advance(ms: number): void;
}

export const SECOND = 1000;
export const HOUR = 3600 * SECOND;
export const DAY = 24 * HOUR;

export function clock(start = Date.parse('2026-03-01T08:00:00Z')): Clock {
  let time = start;
  return {
    now: () => new Date(time),
    advance(ms) {
      time += ms;
    },
  };
}

/** Words that stand for the content of a report: they must not outlive it. */
export const SECRET = 'ward-seven-patient-list';

export function arrival(parts: Partial<Arrival> = {}): Arrival {
  return {
    reporter: { team: 'T1', user: 'U1', locale: 'en-GB' },
    route: 'channel',
    place: { channel: 'C1', thread: '1700000000.000100' },
    source: { channel: 'C1', ts: '1700000000.000100' },
    parts: [{ kind: 'text', text: `Please see ${SECRET}`, links: [{ url: 'https://evil.example/', shown: 'here' }] }],
    note: `looked odd, ${SECRET}`,
    ...parts,
  };
}

/** Stores a report and fails when it was known already. */
export async function stored(stores: Stores, key: string, parts: Partial<Arrival> = {}): Promise<Report> {
  const report = await stores.reports.add(arrival(parts), [key]);
  if (!report) throw new Error(`${key} was known already`);
  return report;
}

export const slackMail: SlackMail = {
  id: 'F1',
  subject: 'Parcel',
  from: [{ address: 'post@parcel.example', name: 'Parcel' }],
  to: [],
  cc: [],
  headers: { messageId: '<1@parcel.example>' },
  attachments: [
    { name: 'not downloaded.pdf', size: 12 },
    { name: 'label.pdf', type: 'application/pdf', bytes: new Uint8Array([0, 255, 10, 13]) },
  ],
};

export const everySpecimen: Specimen[] = [
  { kind: 'mail', bytes: new TextEncoder().encode(`Subject: ${SECRET}\r\n\r\nbody`), name: 'a.eml' },
  { kind: 'file', bytes: new Uint8Array(70_000).fill(7), name: '../../x.bin' },
  { kind: 'file', bytes: new Uint8Array(0), name: '' },
  { kind: 'slack-mail', mail: slackMail, html: '<p>hello</p>' },
  { kind: 'text', text: "'; DROP TABLE reports; --\u0000\u{1F4E6}", links: [], from: 'a@b.example' },
  { kind: 'link', url: 'https://evil.example/' },
];

export function assessment(score = 7): Assessment {
  return {
    evidence: evidence({
      messages: [message({ subject: SECRET })],
      links: [link('https://evil.example/')],
      attachments: [attachment('a.exe')],
      observables: [{ kind: 'domain', value: 'evil.example' }],
    }),
    sightings: [{ observable: { kind: 'domain', value: 'evil.example' }, indicators: [], opinions: [] }],
    verdict: {
      risk: score > 5 ? 'high' : 'suspicious',
      score,
      findings: [
        { check: 'reply-to-elsewhere', group: 'sender', points: score, data: { from: SECRET }, decisive: false },
      ],
      gaps: [],
      ran: 3,
    },
  };
}
