import { describe, expect, it } from 'vitest';
import { knownTo } from '../../src/checks/known-to.ts';
import { contextOf } from '../../src/checks/run.ts';
import type { Indicator, Opinion, Sighting } from '../../src/model.ts';
import { evidence, knowledge } from '../helpers/evidence.ts';

const entry = (feed: string, parts: Partial<Indicator> = {}): Indicator => ({
  feed,
  matched: 'evil.example',
  kind: 'domain',
  listedAt: '2026-11-20T00:00:00Z',
  ...parts,
});
const says = (provider: string, level: Opinion['level'], credit?: string): Opinion => ({
  provider,
  level,
  ...(credit && { credit }),
});
const seen = (indicators: Indicator[], opinions: Opinion[] = [], value = 'evil.example'): Sighting => ({
  observable: { kind: 'domain', value },
  indicators,
  opinions,
});
const names = (...sightings: Sighting[]): string[] =>
  knownTo(sightings, contextOf(evidence(), knowledge())).map(
    ({ kind, name, doubts }) => `${kind} ${name}${doubts ? ' in doubt' : ''}`,
  );

describe('who knows what was reported', () => {
  it('is the own list, then lists, then services, each once', () => {
    const first = seen([entry('urlhaus'), entry('own')], [says('VirusTotal', 'malicious')]);
    const second = seen([entry('urlhaus'), entry('openphish')], [says('VirusTotal', 'malicious')], 'worse.example');
    expect(names(first, second)).toEqual(['own ', 'list urlhaus', 'list openphish', 'service VirusTotal']);
  });

  it('is nobody who calls it harmless, knows nothing, or only warns of mistakes', () => {
    const opinions = [says('A', 'harmless'), says('B', 'unknown')];
    expect(names(seen([entry('top-sites', { warning: true })], opinions), seen([]))).toEqual([]);
  });

  it('is no list that names a host which everybody visits', () => {
    expect(names(seen([entry('urlhaus', { matched: 'google.com' })], [], 'google.com'))).toEqual([]);
  });

  it('tells doubts from knowledge, and a lone warning against others', () => {
    expect(names(seen([], [says('urlscan', 'suspicious')]))).toEqual(['service urlscan in doubt']);
    const outvoted = [says('A', 'malicious'), says('B', 'harmless'), says('C', 'harmless')];
    expect(names(seen([], outvoted))).toEqual(['service A in doubt']);
    const both = [seen([], [says('A', 'suspicious')]), seen([], [says('A', 'malicious')], 'worse.example')];
    expect(names(...both)).toEqual(['service A']);
  });

  it('is no service whose doubts as many call harmless', () => {
    expect(names(seen([], [says('A', 'suspicious'), says('B', 'harmless')]))).toEqual([]);
  });

  it('keeps the words that a service wants beside its name', () => {
    const sighting = seen([], [says('Google Safe Browsing', 'malicious', 'advisory provided by Google')]);
    expect(knownTo([sighting], contextOf(evidence(), knowledge()))).toEqual([
      { kind: 'service', name: 'Google Safe Browsing', credit: 'advisory provided by Google' },
    ]);
  });
});
