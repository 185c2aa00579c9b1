import type { Run } from './checks/run.ts';
import type { Finding, Gap, Group, Risk, Scoring, Verdict } from './model.ts';

/**
 * Findings → verdict.
 *
 * Each group counts up to its cap, so that ten bad links weigh as one and no single kind of oddness convicts. A decisive
 * finding is high whatever the sum. Where nothing was found, a blinding gap (or nothing at all to look at) makes the
 * verdict `unchecked`: what was not seen is never called clean.
 */
export function judge(run: Run, gaps: Gap[], scoring: Scoring): Verdict {
  const findings = run.findings.toSorted(
    (a, b) => Number(b.decisive) - Number(a.decisive) || b.points - a.points || a.check.localeCompare(b.check),
  );
  const isDecided = findings.some((finding) => finding.decisive);
  // So that whoever sorts by score meets what is high first.
  const sum = Math.max(scoreOf(findings, scoring), isDecided ? scoring.thresholds.high : 0);
  const score = Math.round(sum * 10) / 10;
  const { ran, knownTo } = run;
  const risk = riskOf(score, findings, gaps, ran, scoring);
  return { risk, score, findings, gaps, ran, ...(knownTo && { knownTo }) };
}

function scoreOf(findings: Finding[], scoring: Scoring): number {
  const sums = new Map<Group, number>();
  for (const { group, points } of findings) sums.set(group, (sums.get(group) ?? 0) + points);
  let score = 0;
  for (const [group, sum] of sums) score += Math.min(sum, scoring.caps[group]);
  return score;
}

function riskOf(score: number, findings: Finding[], gaps: Gap[], ran: number, scoring: Scoring): Risk {
  if (findings.some((finding) => finding.decisive) || score >= scoring.thresholds.high) return 'high';
  if (score >= scoring.thresholds.suspicious) return 'suspicious';
  if (ran === 0 || gaps.some((gap) => gap.blinding)) return 'unchecked';
  return 'no-signs';
}

const RANK: Record<Risk, number> = { 'no-signs': 0, unchecked: 1, suspicious: 2, high: 3 };

/** True when `a` is a graver verdict than `b`. */
export function graver(a: Risk, b: Risk): boolean {
  return RANK[a] > RANK[b];
}
