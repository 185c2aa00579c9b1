import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Assessor, assess } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { type Authentication, openAuthentication } from '../../src/intel/authentication.ts';
import type { Lookup } from '../../src/intel/dns.ts';
import { gatherNothing } from '../../src/intel/gather.ts';
import type { Evidence, Specimen } from '../../src/model.ts';
import { mergeEvidence, readSpecimen } from '../../src/parse/read.ts';
import { knowledge } from '../helpers/evidence.ts';
import { HOP, type Key, mail, makeKey, RETURN, sign, zone } from '../helpers/signed-mail.ts';

const NOW = Date.parse('2026-02-02T12:00:00Z');
const known = knowledge({ organisation: { authservIds: ['mx.hospital.example'] } });
const WORKER = new URL('../helpers/misbehaving-verifier.ts', import.meta.url);
const RECORDS = { 'TXT _dmarc.bank.example': 'v=DMARC1; p=reject', 'TXT bank.example': 'v=spf1 ip4:198.51.100.7 -all' };
const forged = mail({ top: [RETURN, HOP.replace('198.51.100.7', '203.0.113.9')] });

let key: Key;
let zoneOfTest: Lookup = zone({});
const warn = vi.fn();
// Two pools for all tests: a thread takes half a second to load its modules.
let plain: Authentication;
let odd: Authentication;
beforeAll(async () => {
  key = makeKey();
  const options = {
    lookup: ((name, rr) => zoneOfTest(name, rr)) as Lookup,
    organisation: known.organisation,
    now: () => NOW,
    warn,
  };
  plain = openAuthentication(options);
  odd = openAuthentication({ ...options, worker: WORKER, budgetMs: 1_500 });
  // Once, so that no test pays for the start of the threads.
  const warmUp = [raw(mail()), raw(mail())];
  for (const pool of [plain, odd]) await look(pool, warmUp);
});
afterAll(() => Promise.all([plain.close(), odd.close()]));

function open(lookup: Lookup, authentication = plain): Authentication {
  zoneOfTest = lookup;
  warn.mockClear();
  return authentication;
}
const raw = (text: string, name = 'mail.eml'): Specimen => ({ kind: 'mail', bytes: Buffer.from(text, 'latin1'), name });

async function read(specimens: Specimen[]): Promise<Evidence> {
  return mergeEvidence(await Promise.all(specimens.map((specimen, at) => readSpecimen(specimen, `s${at + 1}`))));
}
async function look(authentication: Authentication, specimens: Specimen[]) {
  return authentication.authenticate(specimens, await read(specimens));
}
const keyed = () => zone({ ...RECORDS, 'TXT s1._domainkey.bank.example': key.record });

describe('our own look', () => {
  it('is about the message of the very specimen, and tells what it asked', async () => {
    const specimens = [
      raw(forged),
      { kind: 'link', url: 'https://bank.example/' } as const,
      raw(await sign(mail(), key)),
    ];
    const found = await look(open(keyed()), specimens);
    expect(
      [...found.results].map(([id, results]) => [id, results.map(({ method, result }) => `${method} ${result}`)]),
    ).toEqual(
      expect.arrayContaining([
        ['s1-m1', ['dmarc fail', 'spf fail']],
        ['s3-m1', ['dkim pass', 'dmarc pass']],
      ]),
    );
    expect(found.gaps).toEqual([]);
    expect(found.lookups).toContain('TXT s1._domainkey.bank.example');
    expect(new Set(found.lookups).size).toBe(found.lookups.length);
  });

  it.each([
    ['a text', { kind: 'text', text: `From: service@bank.example\n\nhello`, links: [] } as Specimen],
    ['a link', { kind: 'link', url: 'https://bank.example/' } as Specimen],
    ['a file that is no mail', { kind: 'file', bytes: Buffer.from('%PDF-1.7'), name: 'a.pdf' } as Specimen],
  ])('asks nothing about %s', async (_, specimen) => {
    const lookup = keyed();
    expect(await look(open(lookup), [specimen])).toEqual({ results: new Map(), gaps: [], lookups: [] });
    expect(lookup.asked).toEqual([]);
  });

  it('says nothing of a mail that another one carries', async () => {
    const carrier = [
      'From: Ada <ada@hospital.example>',
      'To: report@hospital.example',
      'Subject: Fwd: odd',
      'Date: Mon, 2 Feb 2026 10:00:00 +0000',
      'Message-ID: <9@hospital.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      forged,
      '--b--',
      '',
    ].join('\r\n');
    const lookup = keyed();
    const found = await look(open(lookup), [raw(carrier)]);
    expect(found.results.size).toBe(0);
    expect(lookup.asked).toEqual([]);
  });

  it('says nothing where the message is not the one that was verified', async () => {
    const specimens = [raw(await sign(mail(), key))];
    const evidence = await read(specimens);
    const [message] = evidence.messages;
    if (message) message.headers = message.headers.map((header) => ({ ...header, value: `${header.value}x` }));
    expect((await open(keyed()).authenticate(specimens, evidence)).results.size).toBe(0);
  });
});

describe('when something fails', () => {
  it('a silent DNS ends with the budget, and blinds nothing', async () => {
    const started = performance.now();
    const found = await look(
      open(() => new Promise(() => {}), odd),
      [raw(forged)],
    );
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(found.gaps).toEqual([{ what: 'authentication', why: 'timeout', blinding: false }]);
    expect(found.results.get('s1-m1')).toEqual([]);
  });

  it('a mail that hangs its thread ends with the budget, and its neighbour is unharmed', async () => {
    const authentication = open(keyed(), odd);
    const hanging = mail({ headers: ['From: a@bank.example', 'Subject: hangs', 'To: b@hospital.example'] });
    const found = await look(authentication, [raw(hanging), raw(await sign(mail(), key))]);
    expect(found.gaps).toEqual([{ what: 'authentication', why: 'timeout', blinding: false }]);
    expect(found.results.get('s2-m1')).toContainEqual(expect.objectContaining({ method: 'dmarc', result: 'pass' }));
  });

  it('a name that does not exist, a broken DNS and a fault of ours are three things', async () => {
    const unknown = await look(open(zone({})), [raw(mail())]);
    expect(unknown.gaps).toEqual([]);
    expect(unknown.results.get('s1-m1')).toMatchObject([{ method: 'dmarc', result: 'none' }]);

    const broken = await look(open(zone({ 'TXT _dmarc.bank.example': '!ECONNREFUSED' })), [raw(mail())]);
    expect(broken.gaps).toEqual([{ what: 'authentication', why: 'error', blinding: false }]);
    expect(warn).not.toHaveBeenCalled();

    const faulty = mail({ headers: ['From: a@bank.example', 'Subject: throws', 'To: b@hospital.example'] });
    const fault = await look(open(keyed(), odd), [raw(faulty)]);
    expect(fault.gaps).toEqual([{ what: 'authentication', why: 'error', blinding: false }]);
    expect(warn).toHaveBeenCalledOnce();
    expect(JSON.stringify(warn.mock.calls)).not.toContain('bank');
  });

  it('a thread that ends is replaced', async () => {
    const authentication = open(keyed(), odd);
    const ending = mail({ headers: ['From: a@bank.example', 'Subject: ends its thread', 'To: b@hospital.example'] });
    expect((await look(authentication, [raw(ending)])).gaps).toHaveLength(1);
    expect((await look(authentication, [raw(await sign(mail(), key))])).results.size).toBe(1);
  });

  it('more mails than any report has are not all looked at, and that is said', async () => {
    const found = await look(
      open(keyed()),
      Array.from({ length: 7 }, () => raw(mail())),
    );
    expect(found.results.size).toBe(5);
    expect(found.gaps).toEqual([{ what: 'authentication', why: 'too-many', blinding: false }]);
  });
});

describe('a verdict', () => {
  const assessor = (lookup?: Lookup): Assessor => ({
    read,
    gather: gatherNothing,
    ...(lookup && { authenticate: open(lookup).authenticate }),
    checks: CHECKS,
    knowledge: known,
    scoring: {
      thresholds: { suspicious: 2, high: 5 },
      caps: { sender: 6, link: 6, content: 6, attachment: 6, indicator: 6 },
      points: {},
    },
  });
  const idsOf = async (text: string, lookup?: Lookup): Promise<string[]> =>
    (await assess([raw(text)], [], assessor(lookup))).verdict.findings.map(({ check }) => check);

  it('accuses by what our own look saw fail, and only then', async () => {
    expect(await idsOf(forged, keyed())).toContain('sender-failed-dmarc');
    expect(await idsOf(forged)).not.toContain('sender-failed-dmarc');
  });

  it('accuses who forges a colleague', async () => {
    const colleague = forged.replaceAll('bank.example', 'hospital.example');
    const records = {
      'TXT _dmarc.hospital.example': 'v=DMARC1; p=reject',
      'TXT hospital.example': 'v=spf1 -all',
    };
    expect(await idsOf(colleague, zone(records))).toContain('own-domain-failed-authentication');
  });

  it('accuses nobody for a signature that a changed body broke, own domain or not', async () => {
    const signed = (await sign(forged, key)).replace('is ready', 'is here');
    expect(await idsOf(signed, keyed())).not.toContain('sender-failed-dmarc');
  });

  it('does not believe a header that takes our own look’s name', async () => {
    const claim = 'Authentication-Results: lurecheck; dmarc=fail header.from=bank.example; verified=true';
    expect(await idsOf(`${claim}\r\n${mail()}`)).not.toContain('sender-failed-dmarc');
  });

  it('keeps with it what was asked', async () => {
    const assessment = await assess([raw(mail())], [], assessor(keyed()));
    expect(assessment.lookups).toContain('TXT _dmarc.bank.example');
    expect(await assess([raw(mail())], [], assessor())).not.toHaveProperty('lookups');
  });
});
