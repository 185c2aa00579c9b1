import { judgeEvidence } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import type { Evidence } from '../../src/model.ts';
import { openReader } from '../../src/parse/pool.ts';
import { percentile, report } from './figures.ts';
import { mails } from './mails.ts';

const WARM_UP = 60;
const COUNT = 600;

/** What one mail costs, one after the other: reading it (the way to the worker and back included), then all checks. */
export async function benchParseAndChecks(): Promise<boolean> {
  const reader = openReader({ threads: 1 });
  const knowledge = {
    organisation: { domains: ['hospital.example'], names: ['Riverside Hospital'], vips: [], authservIds: [] },
    lists: loadLists(),
  };
  const judging = { checks: CHECKS, knowledge, scoring: loadScoring() };
  const parse: number[] = [];
  const checks: number[] = [];
  try {
    for (const [at, bytes] of mails(WARM_UP + COUNT).entries()) {
      const [evidence, parseMs] = await timed(() => reader.read([{ kind: 'mail', bytes, name: 'mail.eml' }]));
      if (evidence.messages.length === 0)
        throw new Error(`mail ${at} could not be read: ${JSON.stringify(evidence.gaps)}`);
      const sightings = sightingsOf(evidence);
      const [, checksMs] = await timed(() => judgeEvidence(evidence, sightings, judging));
      if (at < WARM_UP) continue;
      parse.push(parseMs);
      checks.push(checksMs);
    }
  } finally {
    await reader.close();
  }
  return report(`A mail, one at a time (${COUNT} mails, ${CHECKS.length} checks)`, [
    { what: 'parse, median', ms: percentile(parse, 0.5), ceiling: 20 },
    { what: 'parse, 99th percentile', ms: percentile(parse, 0.99), ceiling: 150 },
    { what: 'checks, median', ms: percentile(checks, 0.5), ceiling: 5 },
    { what: 'checks, 99th percentile', ms: percentile(checks, 0.99), ceiling: 50 },
  ]);
}

function sightingsOf(evidence: Evidence) {
  return evidence.observables.map((observable) => ({ observable, indicators: [], opinions: [] }));
}

async function timed<Result>(work: () => Result | Promise<Result>): Promise<[Result, number]> {
  const started = performance.now();
  const result = await work();
  return [result, performance.now() - started];
}
