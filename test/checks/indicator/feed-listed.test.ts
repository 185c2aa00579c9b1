import { describe, expect, it } from 'vitest';
import { feedListed } from '../../../src/checks/indicator/feed-listed.ts';
import type { Indicator, Sighting } from '../../../src/model.ts';
import { runCheck } from '../../helpers/evidence.ts';

const sighting = (value: string, parts: Partial<Indicator> = {}): Sighting => ({
  observable: { kind: 'url', value },
  indicators: [{ feed: 'openphish', matched: value, kind: 'url', listedAt: '2026-11-01', ...parts }],
  opinions: [],
});

describe('feed-listed', () => {
  it('catches a listed address, even on a site that hosts anyone', () => {
    expect(runCheck(feedListed, { sightings: [sighting('https://x.pages.dev/login')] })).toEqual({
      feed: 'openphish',
      observable: 'https://x.pages.dev/login',
    });
  });

  it('catches a page of a listed domain', () => {
    const listed = sighting('https://evil.example/a', { kind: 'domain', matched: 'evil.example' });
    expect(runCheck(feedListed, { sightings: [listed] })).toBeDefined();
  });

  it('lets another page pass when a list names a whole host of strangers’ pages', () => {
    const listed = sighting('https://harmless.github.io/', { kind: 'domain', matched: 'github.io' });
    expect(runCheck(feedListed, { sightings: [listed] })).toBeUndefined();
  });

  it('lets a big site pass that a list names by mistake', () => {
    const listed = sighting('https://www.google.com/', { kind: 'domain', matched: 'google.com' });
    expect(runCheck(feedListed, { sightings: [listed] })).toBeUndefined();
  });

  it('leaves the organisation’s own list to another check', () => {
    expect(runCheck(feedListed, { sightings: [sighting('https://evil.example/', { feed: 'own' })] })).toBeUndefined();
  });
});
