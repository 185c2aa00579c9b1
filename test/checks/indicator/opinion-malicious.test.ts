import { describe, expect, it } from 'vitest';
import { opinionMalicious } from '../../../src/checks/indicator/opinion-malicious.ts';
import type { Opinion, Sighting } from '../../../src/model.ts';
import { runCheck } from '../../helpers/evidence.ts';

const sighting = (...levels: Opinion['level'][]): Sighting => ({
  observable: { kind: 'domain', value: 'evil.example' },
  indicators: [],
  opinions: levels.map((level, index) => ({ provider: `service ${index + 1}`, level })),
});

describe('opinion-malicious', () => {
  it('repeats what one of several services knows', () => {
    expect(runCheck(opinionMalicious, { sightings: [sighting('unknown', 'malicious')] })).toEqual({
      provider: 'service 2',
      observable: 'evil.example',
    });
  });

  it('lets doubts pass: another check says them', () => {
    expect(runCheck(opinionMalicious, { sightings: [sighting('suspicious')] })).toBeUndefined();
  });

  it('lets what nobody knows pass', () => {
    expect(runCheck(opinionMalicious, { sightings: [sighting('unknown', 'harmless')] })).toBeUndefined();
  });
});
