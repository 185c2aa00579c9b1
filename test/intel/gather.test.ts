import { describe, expect, it, vi } from 'vitest';
import { gatherNothing, openGather } from '../../src/intel/gather.ts';
import type { Indicator, Observable } from '../../src/model.ts';
import { evidence } from '../helpers/evidence.ts';

const seen: Observable = { kind: 'domain', value: 'evil.example' };
const other: Observable = { kind: 'address', value: 'ada@hospital.example' };
const indicator: Indicator = { feed: 'own', matched: 'evil.example', kind: 'domain', listedAt: '2026-01-01T00:00:00Z' };

describe('gathering', () => {
  it('asks about all observables at once', async () => {
    const find = vi.fn(async () => new Map());
    await openGather(find)([seen, other]);
    expect(find.mock.calls).toEqual([[[seen, other]]]);
  });

  it('gives each observable its indicators, and those without any a sighting all the same', async () => {
    const gather = openGather(async () => new Map([[seen, [indicator]]]));
    expect(await gather([seen, other])).toEqual({
      sightings: [
        { observable: seen, indicators: [indicator], opinions: [] },
        { observable: other, indicators: [], opinions: [] },
      ],
      gaps: [],
      receipts: [],
      asked: [],
    });
  });

  it('asks nothing about nothing', async () => {
    const find = vi.fn(async () => new Map());
    expect(await openGather(find)([])).toEqual({ sightings: [], gaps: [], receipts: [] });
    expect(find).not.toHaveBeenCalled();
  });

  it('rejects when the list is out of reach, rather than judging without it', async () => {
    const gather = openGather(() => Promise.reject(new Error('disk I/O error')));
    await expect(gather([seen])).rejects.toThrow('disk I/O error');
  });

  it('asks the services at the same time, and lays what they say beside what is listed', async () => {
    const registration = { on: '2026-11-20', daysOld: 5 };
    const gap = { what: 'list', why: 'timeout', name: 'B', blinding: false } as const;
    const ask = vi.fn(async () => ({
      said: new Map([[seen, { opinions: [{ provider: 'A', level: 'malicious' as const }], registration }]]),
      gaps: [gap],
      receipts: [],
      answered: ['A'],
    }));
    const found = await openGather(async () => new Map([[seen, [indicator]]]), { ask })([seen, other], evidence());
    expect(found).toEqual({
      sightings: [
        { observable: seen, indicators: [indicator], opinions: [{ provider: 'A', level: 'malicious' }], registration },
        { observable: other, indicators: [], opinions: [] },
      ],
      gaps: [gap],
      receipts: [],
      asked: ['A'],
    });
    expect(ask).toHaveBeenCalledWith([seen, other], evidence());
  });

  it('claims no sighting where there is no list', async () => {
    expect(await gatherNothing([seen])).toEqual({ sightings: [], gaps: [], receipts: [] });
  });
});
