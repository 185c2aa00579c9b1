import { expect } from 'vitest';
import { judgeEvidence } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import type { Evidence } from '../../src/model.ts';

const organisation = {
  domains: ['hospital.example'],
  names: ['Riverside Hospital'],
  vips: [{ name: 'Ada Chen', addresses: ['ada@hospital.example'] }],
  authservIds: ['mx.hospital.example'],
};
const judging = { checks: CHECKS, knowledge: { organisation, lists: loadLists() }, scoring: loadScoring() };

/** Characters of JSON that one small hostile input may become. */
const MOST_JSON = 8_000_000;

/** What holds of the evidence of any bytes at all: never nothing without saying why, plain data, and every check total. */
export function holdsForAny(evidence: Evidence): void {
  const { messages, links, attachments, gaps } = evidence;
  if (messages.length + links.length + attachments.length === 0) {
    expect(
      gaps.some(({ blinding }) => blinding),
      'nothing found, and nothing said',
    ).toBe(true);
  }
  expect(oddPlace(evidence, 'evidence'), 'evidence is plain data').toBeUndefined();
  expect(JSON.stringify(evidence).length).toBeLessThan(MOST_JSON);
  const sightings = evidence.observables.map((observable) => ({ observable, indicators: [], opinions: [] }));
  const verdict = judgeEvidence(evidence, sightings, judging);
  expect(oddPlace(verdict, 'verdict')).toBeUndefined();
  if (verdict.ran === 0) expect(verdict.risk).toBe('unchecked');
}

/** Where in a value something stands that JSON would lose or change. */
function oddPlace(value: unknown, path: string): string | undefined {
  if (value === undefined || value === null || typeof value === 'string' || typeof value === 'boolean')
    return undefined;
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : path;
  if (typeof value !== 'object') return path;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return path;
  for (const [key, inner] of Object.entries(value)) {
    const odd = oddPlace(inner, `${path}.${key}`);
    if (odd) return odd;
  }
  return undefined;
}
