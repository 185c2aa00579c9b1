import { describe, expect, it } from 'vitest';
import { ownList } from '../../../src/checks/indicator/own-list.ts';
import type { Sighting } from '../../../src/model.ts';
import { runCheck } from '../../helpers/evidence.ts';

const sighting = (...feeds: string[]): Sighting => ({
  observable: { kind: 'domain', value: 'evil.example' },
  indicators: feeds.map((feed) => ({ feed, matched: 'evil.example', kind: 'domain', listedAt: '2026-11-01' })),
  opinions: [],
});

describe('own-list', () => {
  it('convicts what a reviewer has confirmed, whatever else is said', () => {
    expect(ownList.decisive).toBe(true);
    expect(runCheck(ownList, { sightings: [sighting('urlhaus', 'own')] })).toEqual({ observable: 'evil.example' });
  });

  it('leaves what other lists name to another check', () => {
    expect(runCheck(ownList, { sightings: [sighting('urlhaus')] })).toBeUndefined();
  });

  it('lets what is on no list pass', () => {
    expect(runCheck(ownList, { sightings: [sighting()] })).toBeUndefined();
  });
});
