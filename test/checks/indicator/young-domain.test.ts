import { describe, expect, it } from 'vitest';
import { youngDomain } from '../../../src/checks/indicator/young-domain.ts';
import type { Sighting } from '../../../src/model.ts';
import { runCheck } from '../../helpers/evidence.ts';

const sighting = (daysOld: number, value = 'parcel-fee.example'): Sighting => ({
  observable: { kind: 'domain', value },
  indicators: [],
  opinions: [],
  registration: { on: '2026-11-20', daysOld, registrar: 'A Registrar' },
});

describe('young-domain', () => {
  it.each([0, 29])('catches a domain that is %d days old', (daysOld) => {
    expect(runCheck(youngDomain, { sightings: [sighting(daysOld)] })).toEqual({
      domain: 'parcel-fee.example',
      date: '2026-11-20',
    });
  });

  it('lets a domain of thirty days pass', () => {
    expect(runCheck(youngDomain, { sightings: [sighting(30)] })).toBeUndefined();
  });

  it('lets a domain pass whose registry tells no date', () => {
    const { registration: _, ...silent } = sighting(1);
    expect(runCheck(youngDomain, { sightings: [silent] })).toBeUndefined();
  });

  it('lets the young name of a well-known house pass', () => {
    expect(runCheck(youngDomain, { sightings: [sighting(1, 'google.com')] })).toBeUndefined();
  });
});
