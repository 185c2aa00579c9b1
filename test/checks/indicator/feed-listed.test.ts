import { describe, expect, it } from 'vitest';
import { feedListed } from '../../../src/checks/indicator/feed-listed.ts';
import type { Indicator, Sighting } from '../../../src/model.ts';
import { runCheck } from '../../helpers/evidence.ts';

const sighting = (value: string, parts: Partial<Indicator> = {}, more: Partial<Indicator>[] = []): Sighting => {
  const indicator = { feed: 'openphish', matched: value, kind: 'url' as const, listedAt: '2026-11-01' };
  return {
    observable: { kind: 'url', value },
    indicators: [{ ...indicator, ...parts }, ...more.map((other) => ({ ...indicator, ...other }))],
    opinions: [],
  };
};
const found = (listed: Sighting) => runCheck(feedListed, { sightings: [listed] });

describe('feed-listed', () => {
  it('catches a listed address, even on a site that hosts anyone', () => {
    expect(found(sighting('https://x.pages.dev/login'))).toEqual({
      feed: 'openphish',
      observable: 'https://x.pages.dev/login',
    });
  });

  it.each<[string, Indicator['kind'], string]>([
    ['https://evil.example/a', 'domain', 'evil.example'],
    ['https://evil.example/kit/b', 'url', 'evil.example/kit/'],
    ['https://evil.github.io/', 'domain', 'evil.github.io'],
    ['https://evil.pages.dev/', 'url', 'evil.pages.dev/'],
    ['https://docs.google.com/forms/d/evil/viewform?usp=x', 'url', 'docs.google.com/forms/d/evil/viewform'],
    ['https://bit.ly/evil', 'url', 'bit.ly/evil'],
    ['http://192.0.2.7/', 'ip', '192.0.2.7/24'],
  ])('catches %s by the entry %s %s', (seen, kind, matched) => {
    expect(found(sighting(seen, { kind, matched }))).toBeDefined();
  });

  it.each<[string, string, Indicator['kind'], string]>([
    ['a whole host of strangers’ pages', 'https://harmless.github.io/', 'domain', 'github.io'],
    ['a big site', 'https://www.google.com/', 'domain', 'google.com'],
    ['a host of a big site', 'https://mail.google.com/x', 'domain', 'mail.google.com'],
    ['a big site, as a link', 'https://www.google.com/', 'url', 'google.com/'],
    ['the redirector of a big site', 'https://www.google.com/url?q=https://a.example', 'url', 'www.google.com/url'],
    ['everybody’s forms', 'https://docs.google.com/forms/d/honest/viewform', 'url', 'docs.google.com/forms/'],
    ['a shortener', 'https://bit.ly/honest', 'domain', 'bit.ly'],
    ['our own domain', 'https://hospital.example/', 'domain', 'hospital.example'],
  ])('lets pass what a list names by mistake: %s', (_, seen, kind, matched) => {
    expect(found(sighting(seen, { kind, matched }))).toBeUndefined();
  });

  it('lets pass a host, a range or a file that a warning list speaks for, but not a page', () => {
    const warning = [{ feed: 'common', kind: 'domain' as const, matched: 'cdn.example', warning: true }];
    expect(
      found(sighting('https://cdn.example/x', { kind: 'domain', matched: 'cdn.example' }, warning)),
    ).toBeUndefined();
    expect(found(sighting('https://cdn.example/x', { kind: 'url', matched: 'cdn.example/' }, warning))).toBeUndefined();
    expect(found(sighting('https://cdn.example/x', { matched: 'cdn.example/x' }, warning))).toBeDefined();
    expect(found(sighting('https://cdn.example/', { warning: true }))).toBeUndefined();
  });

  it('leaves the organisation’s own list, and what is beyond doubt, to other checks', () => {
    expect(found(sighting('https://evil.example/', { feed: 'own' }))).toBeUndefined();
    expect(found(sighting('https://evil.example/', { trusted: true }))).toBeUndefined();
    expect(found(sighting('https://evil.example/', {}, [{ feed: 'phishtank' }]))).toBeUndefined();
  });
});
