import { Keyv } from 'keyv';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { DAY, MINUTE, type Provider, type Reply, ServiceError, UNKNOWN } from '../../src/intel/provider.ts';
import { openServices, type ServiceOptions } from '../../src/intel/services.ts';
import type { Observable } from '../../src/model.ts';
import { attachment, evidence, knowledge, link, message } from '../helpers/evidence.ts';

const BAD: Reply = { opinion: { level: 'malicious', detail: 'seen before' }, answer: 'bad' };
const domain = (value: string): Observable => ({ kind: 'domain', value });
const evil = domain('evil.test');

let time = 0;
const now = () => new Date(Date.UTC(2026, 10, 25) + time);
beforeEach(() => {
  time = 0;
});

function provider(name: string, ask: Provider['ask'], parts: Partial<Provider> = {}): Provider {
  return {
    name,
    about: 'hosts',
    tells: 'harm',
    trial: { ask: 'example.com' },
    takes: ({ host, url }) => url ?? host,
    ask: vi.fn(ask),
    keepMs: { known: 60 * MINUTE, unknown: 10 * MINUTE },
    quota: { calls: 100, perMs: MINUTE },
    ...parts,
  };
}

const open = (providers: Provider[], options: Partial<ServiceOptions> = {}) =>
  openServices({ providers, knowledge: knowledge(), cache: new Keyv(), now, ...options });

describe('asking services', () => {
  it('brings what each of them says of an observable, under its name', async () => {
    const services = open([provider('A', async () => BAD), provider('B', async () => UNKNOWN)]);
    const { said, gaps, receipts } = await services.ask([evil], undefined);
    expect(said.get(evil)?.opinions).toEqual([{ provider: 'A', level: 'malicious', detail: 'seen before' }]);
    expect(gaps).toEqual([]);
    expect(receipts).toEqual([
      { provider: 'A', asked: 'evil.test', at: '2026-11-25T00:00:00.000Z', outcome: 'known', answer: 'bad' },
      { provider: 'B', asked: 'evil.test', at: '2026-11-25T00:00:00.000Z', outcome: 'unknown', answer: 'not known' },
    ]);
  });

  it('tells the age of a certificate on the day of asking, from what is kept too', async () => {
    const young = provider('Cert Spotter', async () => ({ certificate: { since: '2026-11-20' }, answer: '' }));
    const services = open([young]);
    expect((await services.ask([evil], undefined)).said.get(evil)?.certificate).toEqual({
      since: '2026-11-20',
      daysOld: 5,
    });
    time = 9 * MINUTE;
    expect((await services.ask([evil], undefined)).receipts).toMatchObject([{ outcome: 'known' }]);
    expect(young.ask).toHaveBeenCalledTimes(1);
  });

  it('tells the age of a domain on the day of asking', async () => {
    const young = provider('RDAP', async () => ({ registration: { on: '2026-11-20' }, answer: '' }));
    const services = open([young]);
    expect((await services.ask([evil], undefined)).said.get(evil)?.registration?.daysOld).toBe(5);
    time += 30 * MINUTE + DAY / 48;
    expect((await services.ask([evil], undefined)).said.get(evil)?.registration).toEqual({
      on: '2026-11-20',
      daysOld: 5,
    });
  });

  it('asks the same only once a report, and hangs the answer on what bears the name', async () => {
    const one = provider('A', async () => BAD, { takes: ({ site }) => site });
    const { said } = await open([one]).ask([domain('login.evil.test'), evil], undefined);
    expect(one.ask).toHaveBeenCalledTimes(1);
    expect([...said.keys()]).toEqual([evil]);
  });

  it('shows what left, where that is not the value itself', async () => {
    const one = provider('A', async () => BAD, { shows: () => 'hash prefixes 0a1b2c3d' });
    expect((await open([one]).ask([evil], undefined)).receipts[0]?.asked).toBe('hash prefixes 0a1b2c3d');
  });

  it('asks at most six questions a report and service, the most interesting first', async () => {
    const one = provider('A', async () => UNKNOWN);
    const links = Array.from({ length: 20 }, (_, n) => link(`https://site${'abcdefghijklmnopqrst'[n]}.test/`));
    const reported = link('https://reported.test/', { source: 'reported', message: undefined });
    const observables = [...links, reported].map(({ parts }) => domain(parts.host));
    await open([one]).ask(observables, evidence({ messages: [message()], links: [...links, reported] }));
    expect(one.ask).toHaveBeenCalledTimes(6);
    expect(vi.mocked(one.ask).mock.calls[0]?.[0]).toBe('reported.test');
  });

  it('asks one report no more than the quota of a minute holds', async () => {
    const one = provider('A', async () => UNKNOWN, { quota: { calls: 2, perMs: MINUTE } });
    const { gaps } = await open([one]).ask(
      ['a', 'b', 'c'].map((name) => domain(`site-${name}.test`)),
      undefined,
    );
    expect(one.ask).toHaveBeenCalledTimes(2);
    expect(gaps).toEqual([]);
  });

  it('wastes no time on a report made to waste it', async () => {
    const one = provider('A', async () => UNKNOWN, { takes: ({ urlHashes }) => urlHashes?.join(' ') });
    const nested = `%${'25'.repeat(3_000)}`;
    const observables = Array.from(
      { length: 2_000 },
      (_, n): Observable => ({ kind: 'url', value: `https://s${n}.test/${nested}` }),
    );
    const recipients = Array.from({ length: 50 }, (_, n) => `person${n}@clinic.example`);
    const started = performance.now();
    await open([one]).ask(observables, evidence({ messages: [message({ to: recipients })] }));
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('asks nothing when there is nothing that may be asked', async () => {
    const one = provider('A', async () => BAD);
    const { receipts } = await open([one]).ask(
      [{ kind: 'address', value: 'a@evil.test' }, domain('localhost')],
      undefined,
    );
    expect(receipts).toEqual([]);
    expect(one.ask).not.toHaveBeenCalled();
  });
});

describe('answers', () => {
  it('are kept as long as the service allows, negative ones too', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: now() });
    try {
      const cache = new Keyv();
      const known = provider('A', async () => BAD);
      const unknown = provider('B', async () => UNKNOWN);
      const services = open([known, unknown], { cache });
      const first = await services.ask([evil], undefined);
      vi.setSystemTime(Date.now() + 9 * MINUTE);
      time = 9 * MINUTE;
      expect((await services.ask([evil], undefined)).receipts).toEqual(first.receipts);
      expect([known, unknown].map(({ ask }) => vi.mocked(ask).mock.calls.length)).toEqual([1, 1]);
      vi.setSystemTime(Date.now() + 2 * MINUTE);
      await services.ask([evil], undefined);
      expect([known, unknown].map(({ ask }) => vi.mocked(ask).mock.calls.length)).toEqual([1, 2]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are kept as long as an answer itself says', async () => {
    const set = vi.fn(async () => true);
    const cache = { get: async () => undefined, set } as unknown as Keyv;
    await open([provider('A', async () => ({ ...UNKNOWN, keepMs: 1234 }))], { cache }).ask([evil], undefined);
    expect(set).toHaveBeenCalledWith(expect.any(String), expect.anything(), 1234);
  });

  it('stand under a key that tells nothing of the question', async () => {
    const set = vi.fn(async (..._: unknown[]) => true);
    const cache = { get: async () => undefined, set } as unknown as Keyv;
    await open([provider('A', async () => UNKNOWN)], { cache }).ask([evil], undefined);
    expect(JSON.stringify(set.mock.calls)).not.toContain('evil');
  });

  it('of a service in trouble are not kept', async () => {
    const ask = vi
      .fn<Provider['ask']>()
      .mockRejectedValueOnce(new ServiceError('rubbish', 'no'))
      .mockResolvedValue(BAD);
    const services = open([provider('A', ask)]);
    expect((await services.ask([evil], undefined)).said.size).toBe(0);
    expect((await services.ask([evil], undefined)).said.size).toBe(1);
  });
});

describe('copies that come at the same moment', () => {
  it('ask once, all of them together', async () => {
    const one = provider('A', async () => BAD, { quota: { calls: 1, perMs: MINUTE } });
    const services = open([one]);
    const all = await Promise.all(Array.from({ length: 50 }, () => services.ask([evil], undefined)));
    expect(one.ask).toHaveBeenCalledTimes(1);
    expect(all.every(({ said }) => said.size === 1)).toBe(true);
  });

  it('find the answer that came too late for the first', async () => {
    const one = provider('A', async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return BAD;
    });
    const services = open([one], { budgetMs: 20 });
    expect((await services.ask([evil], undefined)).gaps).toMatchObject([{ why: 'timeout' }]);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect((await services.ask([evil], undefined)).said.size).toBe(1);
    expect(one.ask).toHaveBeenCalledTimes(1);
  });
});

describe('three outcomes', () => {
  it('not known is no gap', async () => {
    const { gaps, receipts } = await open([provider('A', async () => UNKNOWN)]).ask([evil], undefined);
    expect(gaps).toEqual([]);
    expect(receipts[0]?.outcome).toBe('unknown');
  });

  it.each([
    ['down', 'error'],
    ['refused', 'error'],
    ['rubbish', 'error'],
    ['quota', 'too-many'],
    ['timeout', 'timeout'],
  ] as const)('a service that is %s is a gap that blinds nobody, and a receipt', async (why, gap) => {
    const broken = provider('A', async () => Promise.reject(new ServiceError(why, 'it said so')));
    const { said, gaps, receipts } = await open([broken]).ask([evil, domain('other.test')], undefined);
    expect(said.size).toBe(0);
    expect(gaps).toEqual([{ what: 'list', why: gap, name: 'A', blinding: false }]);
    expect(receipts.map(({ outcome, answer }) => [outcome, answer])).toEqual([
      ['failed', 'it said so'],
      ['failed', 'it said so'],
    ]);
  });

  it('a fault of ours is thrown where nobody listens', async () => {
    const faulty = provider('A', async () => Promise.reject(new TypeError('undefined is not a function')));
    await expect(open([faulty]).ask([evil], undefined)).rejects.toThrow('undefined is not a function');
  });

  it('a fault of ours is told to who listens, and stops no verdict', async () => {
    const faulty = provider('A', async () => Promise.reject(new TypeError('undefined is not a function')));
    const onBug = vi.fn();
    const services = open([faulty, provider('B', async () => BAD)], { onBug });
    const { said, gaps } = await services.ask([evil], undefined);
    expect(onBug).toHaveBeenCalledWith('A', expect.any(TypeError));
    expect(said.get(evil)?.opinions).toHaveLength(1);
    expect(gaps).toMatchObject([{ name: 'A', why: 'error' }]);
  });

  it('a cache that fails rejects: it is the store', async () => {
    const cache = { get: () => Promise.reject(new Error('disk I/O error')) } as unknown as Keyv;
    await expect(open([provider('A', async () => BAD)], { cache }).ask([evil], undefined)).rejects.toThrow('disk');
  });
});

describe('the budget', () => {
  it('bounds what all services together may take; whoever was in time counts', async () => {
    const silent = provider(
      'slow',
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new ServiceError('timeout', 'it took too long')));
        }),
    );
    const services = open([silent, provider('quick', async () => BAD)], { budgetMs: 80, callMs: 10_000 });
    const started = performance.now();
    const { said, gaps } = await services.ask([evil], undefined);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(said.get(evil)?.opinions.map(({ provider: name }) => name)).toEqual(['quick']);
    expect(gaps).toEqual([{ what: 'list', why: 'timeout', name: 'slow', blinding: false }]);
  });

  it('costs nothing once a service is left alone', async () => {
    const silent = provider('slow', () => new Promise(() => {}));
    const services = open([silent], { budgetMs: 500, callMs: 20 });
    for (let report = 0; report < 6; report += 1)
      await services.ask([domain(`site-${'abcdef'[report]}.test`)], undefined);
    const { receipts } = await services.ask([evil], undefined);
    expect(silent.ask).toHaveBeenCalledTimes(5);
    expect(receipts).toMatchObject([{ outcome: 'not-asked', answer: 'it failed too often and is left alone' }]);
  });
});

describe('files', () => {
  it('are asked about where they could do harm, pictures never', async () => {
    const one = provider('A', async () => UNKNOWN, { takes: ({ sha256 }) => sha256 });
    const [program, logo] = ['a', 'b'].map((letter) => letter.repeat(64));
    const files = [
      attachment('logo.png', { type: 'png', sha256: logo, inline: true }),
      attachment('invoice.exe', { type: 'exe', sha256: program }),
    ];
    const observables = files.map(({ sha256 }): Observable => ({ kind: 'sha256', value: sha256 }));
    await open([one]).ask(observables, evidence({ messages: [message()], attachments: files }));
    expect(vi.mocked(one.ask).mock.calls.map(([value]) => value)).toEqual([program]);
  });
});

describe('how services stand', () => {
  const failing = provider('B', async () => {
    throw new ServiceError('refused', 'the key is not accepted (401)');
  });

  it('tells what was asked today, what failed and why, and what the quota leaves', async () => {
    const services = open([provider('A', async () => UNKNOWN), failing], { onBug: () => {} });
    await services.ask([evil], undefined);
    expect(await services.states()).toEqual([
      expect.objectContaining({ name: 'A', about: 'hosts', asked: 1, failed: 0, left: 99, resting: false }),
      expect.objectContaining({
        name: 'B',
        asked: 1,
        failed: 1,
        fault: { at: '2026-11-25T00:00:00.000Z', text: 'the key is not accepted (401)' },
      }),
    ]);
  });

  it('counts all that was asked at the same moment, in few writes', async () => {
    const notes = new Keyv();
    const set = vi.spyOn(notes, 'set');
    const services = open([provider('A', async () => UNKNOWN)], { notes });
    await services.ask(
      Array.from({ length: 6 }, (_, at) => domain(`evil-${at}.test`)),
      undefined,
    );
    expect(await services.states()).toMatchObject([{ asked: 6 }]);
    expect(set.mock.calls.length).toBeLessThan(4);
  });

  it('counts nothing that was answered from what is kept', async () => {
    const services = open([provider('A', async () => UNKNOWN)]);
    await services.ask([evil], undefined);
    await services.ask([evil], undefined);
    expect(await services.states()).toMatchObject([{ asked: 1, left: 99 }]);
  });

  it('begins to count anew each day, and remembers when it last answered', async () => {
    const notes = new Keyv();
    await open([provider('A', async () => UNKNOWN)], { notes }).ask([evil], undefined);
    time = 25 * 60 * MINUTE;
    expect(await open([provider('A', async () => UNKNOWN)], { notes }).states()).toMatchObject([
      { day: '2026-11-26', asked: 0, answeredAt: '2026-11-25T00:00:00.000Z' },
    ]);
  });

  it('survives a cache that is out of reach', async () => {
    const notes = new Keyv();
    vi.spyOn(notes, 'get').mockRejectedValue(new Error('disk I/O error'));
    vi.spyOn(notes, 'set').mockRejectedValue(new Error('disk I/O error'));
    const services = open([provider('A', async () => BAD)], { notes });
    expect((await services.ask([evil], undefined)).gaps).toEqual([]);
    expect(await services.states()).toMatchObject([{ name: 'A', asked: 0 }]);
  });

  it('tells when one is left alone', async () => {
    const down = provider('C', async () => {
      throw new ServiceError('refused', 'no');
    });
    const services = open([down]);
    for (let tries = 0; tries < 6; tries += 1) await services.ask([domain(`evil-${tries}.test`)], undefined);
    expect(await services.states()).toMatchObject([{ asked: 5, failed: 5, resting: true }]);
  });

  it('says who answered, so that silence can be told from not having been asked', async () => {
    const age = provider('RDAP', async () => UNKNOWN, { tells: 'age' });
    const services = open([provider('A', async () => UNKNOWN), failing, age]);
    expect((await services.ask([evil], undefined)).answered).toEqual(['A']);
  });
});
