import { describe, expect, it } from 'vitest';
import { feedsAgree } from '../../../src/checks/indicator/feeds-agree.ts';
import type { Indicator } from '../../../src/model.ts';
import { runCheck } from '../../helpers/evidence.ts';

const found = (value: string, ...indicators: Partial<Indicator>[]) =>
  runCheck(feedsAgree, {
    sightings: [
      {
        observable: { kind: 'url', value },
        indicators: indicators.map((parts) => ({
          feed: 'openphish',
          matched: value,
          kind: 'url',
          listedAt: '2026-11-01',
          ...parts,
        })),
        opinions: [],
      },
    ],
  });

describe('feeds-agree', () => {
  it('catches what two lists name', () => {
    expect(found('https://evil.example/a', {}, { feed: 'urlhaus', kind: 'domain', matched: 'evil.example' })).toEqual({
      observable: 'https://evil.example/a',
      feeds: '“openphish”, “urlhaus”',
    });
  });

  it('catches what a trusted list names alone', () => {
    expect(found('https://evil.example/a', { feed: 'ours', trusted: true })).toMatchObject({ feeds: '“ours”' });
  });

  it('lets one list’s word stand for itself, and counts the organisation’s own for another check', () => {
    expect(found('https://evil.example/a', {})).toBeUndefined();
    expect(found('https://evil.example/a', {}, {})).toBeUndefined();
    expect(found('https://evil.example/a', {}, { feed: 'own' })).toBeUndefined();
  });

  it('lets pass a big or shared host, however many lists make the same mistake', () => {
    const both = { kind: 'domain' as const, matched: 'github.io' };
    expect(found('https://github.io/', both, { ...both, feed: 'urlhaus', trusted: true })).toBeUndefined();
    expect(found('https://evil.example/', {}, { feed: 'common', warning: true })).toBeUndefined();
  });
});
