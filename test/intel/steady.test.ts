import { describe, expect, it, vi } from 'vitest';
import { MINUTE, type Provider, ServiceError, UNKNOWN } from '../../src/intel/provider.ts';
import { NotAskedError, steady } from '../../src/intel/steady.ts';

let time = 0;
const now = () => new Date(time);
const open = (ask: Provider['ask'], { quota = { calls: 100, perMs: MINUTE }, callMs = 1_000, restMs = 60_000 } = {}) =>
  steady(
    {
      name: 'A',
      about: 'hosts',
      tells: 'harm',
      trial: { ask: 'example.com' },
      takes: () => undefined,
      ask,
      quota,
      keepMs: { known: 1, unknown: 1 },
    },
    { callMs, restMs, now },
  );
const down = () => new ServiceError('down', 'it cannot be reached');

describe('asking politely', () => {
  it('tries once more when the line dropped', async () => {
    const ask = vi.fn<Provider['ask']>().mockRejectedValueOnce(down()).mockResolvedValue(UNKNOWN);
    expect(await open(ask)('x')).toEqual(UNKNOWN);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each(['quota', 'refused', 'rubbish'] as const)(
    'does not repeat what is no better a moment later: %s',
    async (why) => {
      const ask = vi.fn<Provider['ask']>().mockRejectedValue(new ServiceError(why, 'no'));
      await expect(open(ask)('x')).rejects.toMatchObject({ why });
      expect(ask).toHaveBeenCalledTimes(1);
    },
  );

  it('gives up on silence, and tells the call to stop', async () => {
    let stopped = false;
    const ask: Provider['ask'] = (_, inner) =>
      new Promise(() => {
        inner.addEventListener('abort', () => {
          stopped = true;
        });
      });
    await expect(open(ask, { callMs: 20 })('x')).rejects.toMatchObject({ why: 'timeout' });
    expect(stopped).toBe(true);
  });

  it('leaves a service alone after five failures in a row, and comes back', async () => {
    const ask = vi.fn<Provider['ask']>().mockRejectedValue(new ServiceError('refused', 'no'));
    const one = open(ask, { restMs: 30 });
    for (let times = 0; times < 5; times += 1) await expect(one('x')).rejects.toThrow('no');
    await expect(one('x')).rejects.toBeInstanceOf(NotAskedError);
    expect(ask).toHaveBeenCalledTimes(5);
    await new Promise((resolve) => setTimeout(resolve, 50));
    ask.mockResolvedValue(UNKNOWN);
    expect(await one('x')).toEqual(UNKNOWN);
  });

  it('keeps within the quota, of which an excess is not the service’s fault', async () => {
    time = 0;
    const ask = vi.fn<Provider['ask']>().mockResolvedValue(UNKNOWN);
    const one = open(ask, { quota: { calls: 2, perMs: MINUTE } });
    await one('a');
    await one('b');
    for (let times = 0; times < 10; times += 1) await expect(one('c')).rejects.toBeInstanceOf(NotAskedError);
    expect(ask).toHaveBeenCalledTimes(2);
    time = MINUTE;
    expect(await one('c')).toEqual(UNKNOWN);
  });

  it('asks at most four things at once', async () => {
    let running = 0;
    let most = 0;
    const one = open(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return UNKNOWN;
    });
    await Promise.all(Array.from({ length: 20 }, () => one('x')));
    expect(most).toBe(4);
  });

  it('lets a fault of ours through as it is', async () => {
    await expect(open(async () => Promise.reject(new RangeError('ours')))('x')).rejects.toBeInstanceOf(RangeError);
  });
});
