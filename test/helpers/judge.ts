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

const atTheHospital = {
  ...shipped,
  knowledge: {
    ...shipped.knowledge,
    organisation: { domains: ['hospital.example'], names: ['Riverside Hospital'], vips: [], authservIds: [] },
  },
};

/** What a hospital's lurecheck says of a short text mail to one of its staff, whatever its writing. */
export async function verdictOnText(from: string, subject: string, body: string): Promise<Verdict> {
  const title = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  const source = `From: ${from}\nSubject: ${title}\nTo: ada@hospital.example\nMessage-ID: <1@mail.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n${body}`;
  const evidence = await readSpecimen({ kind: 'mail', bytes: new TextEncoder().encode(source) }, 's1');
  return judgeEvidence(evidence, [], atTheHospital);
}

/** What the command line says of a file of the fixtures. */
export async function verdictOnFile(path: string): Promise<Verdict> {
  const bytes = readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
  const evidence = await readSpecimen(await specimenOf(bytes, path.split('/').at(-1) ?? ''), 's1');
  return judgeEvidence(evidence, [], shipped);
}
