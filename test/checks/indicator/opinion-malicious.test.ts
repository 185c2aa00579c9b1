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
      words: 'known as dangerous',
    });
  });

  it('says it in the words that the service allows', () => {
    const words = 'this may be a deceptive site (phishing). Advisory provided by Google';
    const said = { ...sighting(), opinions: [{ provider: 'Google', level: 'malicious' as const, detail: words }] };
    expect(runCheck(opinionMalicious, { sightings: [said] })).toMatchObject({ provider: 'Google', words });
  });

  it('weighs one alone against several, and does not obey it', () => {
    expect(runCheck(opinionMalicious, { sightings: [sighting('malicious', 'harmless', 'harmless')] })).toBeUndefined();
    expect(runCheck(opinionMalicious, { sightings: [sighting('malicious', 'harmless')] })).toBeDefined();
    const two = sighting('malicious', 'malicious', 'harmless', 'harmless');
    expect(runCheck(opinionMalicious, { sightings: [two] })).toBeDefined();
  });

  it.each(['google.com', 'github.io'])('lets %s pass, of which a service means a single page', (value) => {
    const shared = { ...sighting('malicious'), observable: { kind: 'domain' as const, value } };
    expect(runCheck(opinionMalicious, { sightings: [shared] })).toBeUndefined();
  });

  it('catches a stranger’s own name under a shared host', () => {
    const own = { ...sighting('malicious'), observable: { kind: 'domain' as const, value: 'evil.github.io' } };
    expect(runCheck(opinionMalicious, { sightings: [own] })).toBeDefined();
  });

  it('lets doubts pass: another check says them', () => {
    expect(runCheck(opinionMalicious, { sightings: [sighting('suspicious')] })).toBeUndefined();
  });

  it('lets what nobody knows pass', () => {
    expect(runCheck(opinionMalicious, { sightings: [sighting('unknown', 'harmless')] })).toBeUndefined();
  });
});
