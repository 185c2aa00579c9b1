import { describe, expect, it } from 'vitest';
import { weigh } from '../../src/checks/opinions.ts';
import { contextOf } from '../../src/checks/run.ts';
import type { Observable, Opinion } from '../../src/model.ts';
import { evidence, knowledge } from '../helpers/evidence.ts';

const context = contextOf(evidence(), knowledge());
const said = (levels: Opinion['level'][], observable: Observable = { kind: 'domain', value: 'evil.test' }) =>
  weigh({ observable, indicators: [], opinions: levels.map((level, at) => ({ provider: `s${at}`, level })) }, context);

describe('opinions together', () => {
  it.each<[Opinion['level'][], string | undefined]>([
    [[], undefined],
    [['unknown', 'unknown'], undefined],
    [['harmless'], undefined],
    [['malicious'], 'malicious'],
    [['malicious', 'harmless'], 'malicious'],
    [['malicious', 'harmless', 'harmless'], 'suspicious'],
    [['malicious', 'malicious', 'harmless', 'harmless', 'harmless'], 'malicious'],
    [['suspicious'], 'suspicious'],
    [['suspicious', 'harmless'], undefined],
    [['suspicious', 'suspicious', 'harmless'], 'suspicious'],
  ])('%j weigh as %s', (levels, level) => {
    expect(said(levels)?.level).toBe(level);
  });

  it('convict a page on a host that anyone may use, and not the host', () => {
    expect(said(['malicious'], { kind: 'url', value: 'https://x.github.io/login' })?.level).toBe('malicious');
    expect(said(['malicious'], { kind: 'domain', value: 'github.io' })?.level).toBe('suspicious');
  });
});
