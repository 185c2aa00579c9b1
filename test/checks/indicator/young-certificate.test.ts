import { describe, expect, it } from 'vitest';
import { youngCertificate } from '../../../src/checks/indicator/young-certificate.ts';
import type { Sighting } from '../../../src/model.ts';
import { runCheck } from '../../helpers/evidence.ts';

const sighting = (daysOld: number, parts: Partial<Sighting> = {}, value = 'parcel-fee.example'): Sighting => ({
  observable: { kind: 'domain', value },
  indicators: [],
  opinions: [],
  certificate: { since: '2026-11-20', daysOld },
  ...parts,
});
const run = (one: Sighting) => runCheck(youngCertificate, { sightings: [one] });

describe('young-certificate', () => {
  it.each([0, 6])('catches a host whose oldest certificate is %d days old', (daysOld) => {
    expect(run(sighting(daysOld))).toEqual({ domain: 'parcel-fee.example', date: '2026-11-20' });
  });

  it('lets a host pass that has had one for a week', () => {
    expect(run(sighting(7))).toBeUndefined();
  });

  it('lets an old domain pass whose certificates live for days', () => {
    expect(run(sighting(2, { registration: { on: '2011-01-01', daysOld: 5_000 } }))).toBeUndefined();
    expect(run(sighting(2, { registration: { on: '2026-11-19', daysOld: 3 } }))).toBeDefined();
  });

  it('lets a host pass of which nothing is known', () => {
    const { certificate: _, ...silent } = sighting(1);
    expect(run(silent)).toBeUndefined();
  });

  it('lets a well-known house’s new name pass', () => {
    expect(run(sighting(1, {}, 'google.com'))).toBeUndefined();
  });
});
