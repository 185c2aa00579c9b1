import { describe, expect, it } from 'vitest';
import { opinionSuspicious } from '../../../src/checks/indicator/opinion-suspicious.ts';
import type { Opinion, Sighting } from '../../../src/model.ts';
import { runCheck } from '../../helpers/evidence.ts';

const sighting = (...levels: Opinion['level'][]): Sighting => ({
  observable: { kind: 'domain', value: 'odd.example' },
  indicators: [],
  opinions: levels.map((level, index) => ({ provider: `service ${index + 1}`, level })),
});

describe('opinion-suspicious', () => {
  it('repeats a doubt', () => {
    expect(runCheck(opinionSuspicious, { sightings: [sighting('suspicious', 'unknown')] })).toEqual({
      provider: 'service 1',
      observable: 'odd.example',
      words: 'it does not say more',
    });
  });

  it('keeps a doubt of a warning that several contradict', () => {
    const outvoted = sighting('malicious', 'harmless', 'harmless');
    expect(runCheck(opinionSuspicious, { sightings: [outvoted] })).toMatchObject({ provider: 'service 1' });
  });

  it('lets a doubt pass that another service contradicts', () => {
    expect(runCheck(opinionSuspicious, { sightings: [sighting('suspicious', 'harmless')] })).toBeUndefined();
  });

  it('says nothing of doubts where a service is certain', () => {
    expect(runCheck(opinionSuspicious, { sightings: [sighting('suspicious', 'malicious')] })).toBeUndefined();
  });

  it('lets what nobody knows pass', () => {
    expect(runCheck(opinionSuspicious, { sightings: [sighting('unknown')] })).toBeUndefined();
  });
});
