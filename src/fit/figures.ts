import type { Verdict } from '../model.ts';
import type { Label } from './labels.ts';

/** A labelled mail and what was said of it. */
export interface Judged {
  label: Label;
  verdict: Verdict;
}

interface Shares {
  n: number;
  /** Shares of 1. Flagged is high or suspicious. */
  flagged: number;
  high: number;
  unchecked: number;
}

function sharesOf(judged: Judged[]): Shares {
  const share = (...risks: Verdict['risk'][]): number =>
    judged.length === 0 ? 0 : judged.filter(({ verdict }) => risks.includes(verdict.risk)).length / judged.length;
  return { n: judged.length, flagged: share('high', 'suspicious'), high: share('high'), unchecked: share('unchecked') };
}

/** One line a group, groups in the order of their names. */
export function tableOf(title: string, judged: Judged[], group: (label: Label) => string | undefined): string {
  const groups = Map.groupBy(judged, ({ label }) => group(label) ?? '');
  groups.delete('');
  const lines = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => {
      const { n, flagged, high, unchecked } = sharesOf(of);
      return `${name.padEnd(34)} ${String(n).padStart(6)} ${percent(flagged)} ${percent(high)} ${percent(unchecked)}`;
    });
  return [`${title.padEnd(34)}      n   flagged      high unchecked`, ...lines].join('\n');
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`.padStart(9);
}

/** Share of `bad` whose score is above that of all but `rate` of `good`: what would be caught at that rate of false alarms. */
export function caughtAt(rate: number, bad: Judged[], good: Judged[]): number {
  const honest = good.map(({ verdict }) => verdict.score).sort((a, b) => b - a);
  const threshold = honest[Math.min(Math.floor(rate * honest.length), honest.length - 1)] ?? 0;
  return bad.filter(({ verdict }) => verdict.score > threshold).length / (bad.length || 1);
}

/** A mail and why it was judged so, for whoever looks at the misses. */
export function lineOf({ label, verdict }: Judged): string {
  const why = verdict.findings.map(({ check, points }) => `${check} ${points}`).join(', ');
  return `  ${verdict.score.toFixed(1).padStart(5)} ${verdict.risk.padEnd(10)} ${label.path}  ${why || '(nothing)'}`;
}
