import { readFileSync } from 'node:fs';
import { judgeEvidence } from '../../src/assess.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { specimenOf } from '../../src/cli/inputs.ts';
import { loadLists, loadScoring } from '../../src/data/load.ts';
import type { Verdict } from '../../src/model.ts';
import { readSpecimen } from '../../src/parse/read.ts';

/** The shipped checks, lists, points and models; no organisation is set up and nothing is known of any indicator. */
const shipped = {
  checks: CHECKS,
  scoring: loadScoring(),
  knowledge: { organisation: { domains: [], names: [], vips: [], authservIds: [] }, lists: loadLists() },
};

/** What the command line says of a file of the fixtures. */
export async function verdictOnFile(path: string): Promise<Verdict> {
  const bytes = readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
  const evidence = await readSpecimen(await specimenOf(bytes, path.split('/').at(-1) ?? ''), 's1');
  return judgeEvidence(evidence, [], shipped);
}
