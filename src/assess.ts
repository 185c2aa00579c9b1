import type { Check } from './checks/check.ts';
import { runChecks } from './checks/run.ts';
import type { Authenticate } from './intel/authentication.ts';
import type { Expanded } from './intel/expand/expand.ts';
import type {
  Assessment,
  Evidence,
  Gap,
  Knowledge,
  Observable,
  Receipt,
  Scoring,
  Sighting,
  Specimen,
} from './model.ts';
import { judge } from './verdict.ts';

/** What judging a report needs of the outside. */
export interface Assessor {
  /** Hostile bytes → evidence, in the worker pool. Never rejects for what a specimen holds: that becomes a gap. */
  read(specimens: Specimen[]): Promise<Evidence>;
  /**
   * Asks what is known of the observables: once a report, in one batch. `evidence` tells which of them matter most, and
   * whose addresses must never be sent anywhere.
   */
  gather(
    observables: Observable[],
    evidence: Evidence,
  ): Promise<{ sightings: Sighting[]; gaps: Gap[]; receipts?: Receipt[]; asked?: string[] }>;
  /** Asks shorteners where their links lead, where it is switched on. Its links and observables join the evidence. */
  expand?(evidence: Evidence): Promise<Expanded>;
  /** Our own look at the authentication of raw mail, where it is switched on. Adds to the evidence, never rejects. */
  authenticate?: Authenticate;
  checks: readonly Check[];
  knowledge: Knowledge;
  scoring: Scoring;
}

/** An assessment, and who was asked what on the way. Receipts are kept apart: they grow when a case is looked at again. */
export interface Assessed extends Assessment {
  receipts: Receipt[];
}

/**
 * Report → verdict. Bot, command line and local workspace all call this.
 * `known` gaps are those met before parsing: a file that Slack would not hand over.
 */
export async function assess(specimens: Specimen[], known: Gap[], assessor: Assessor): Promise<Assessed> {
  const evidence = await assessor.read(specimens);
  evidence.gaps = [...known, ...evidence.gaps.filter((gap) => !isToldBetter(gap, known))];
  const [{ sightings, receipts, asked, ...outside }, own] = await Promise.all([
    askOutside(evidence, assessor),
    assessor.authenticate?.(specimens, evidence),
  ]);
  evidence.gaps.push(...outside.gaps, ...(own?.gaps ?? []));
  evidence.links.push(...outside.links);
  evidence.observables.push(...outside.observables);
  for (const message of evidence.messages) message.authentication.push(...(own?.results.get(message.id) ?? []));
  const verdict = judgeEvidence(evidence, sightings, assessor);
  return {
    evidence,
    sightings,
    verdict,
    receipts,
    ...(own && own.lookups.length > 0 ? { lookups: own.lookups } : {}),
    ...(asked.length > 0 && { asked }),
  };
}

/** What asking the outside brought: what is known, and what was learnt about where links lead. */
export interface Outside extends Pick<Expanded, 'links' | 'observables' | 'gaps' | 'receipts'> {
  sightings: Sighting[];
  /** Names of everything that was asked, whether it knew anything or not. */
  asked: string[];
}

/**
 * Asks where links lead, then what is known of everything that was seen or learnt. The evidence stays as it is: whoever
 * asks adds what came. `expanded` is what following links brought already.
 */
export async function askOutside(
  evidence: Evidence,
  { gather, expand }: Pick<Assessor, 'gather' | 'expand'>,
  expanded?: Expanded,
): Promise<Outside> {
  const { links = [], observables = [], gaps = [], receipts = [] } = expanded ?? (await expand?.(evidence)) ?? {};
  const all = [...evidence.observables, ...observables];
  const found = await gather(all, { ...evidence, links: [...evidence.links, ...links], observables: all });
  return {
    links,
    observables,
    sightings: found.sightings,
    gaps: [...gaps, ...found.gaps],
    receipts: [...receipts, ...(found.receipts ?? [])],
    asked: found.asked ?? [],
  };
}

/** What was never fetched is missing to the parser as well: why it could not be fetched says more. */
function isToldBetter({ what, why, name }: Gap, known: Gap[]): boolean {
  return why === 'missing' && known.some((gap) => gap.what === what && gap.name?.slice(0, 200) === name);
}

/** The pure half: stored evidence and sightings judge to the same verdict again. */
export function judgeEvidence(
  evidence: Evidence,
  sightings: Sighting[],
  { checks, knowledge, scoring }: Pick<Assessor, 'checks' | 'knowledge' | 'scoring'>,
): Assessment['verdict'] {
  return judge(runChecks(checks, evidence, sightings, knowledge, scoring), evidence.gaps, scoring);
}
