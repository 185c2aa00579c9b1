import type { Check } from '../checks/check.ts';
import type { Group, Scoring } from '../model.ts';
import type { Label } from './labels.ts';
import { minimise } from './minimise.ts';
import { weightsOf } from './wording-fit.ts';

/** What a mail showed: places of checks in the list of all, and how strongly each. */
export interface Row {
  label: Label;
  shown: { check: number; strength: number }[];
  /** A mail of our own: a text without sender and links. */
  isOwn?: boolean;
}

/** An honest mail accused costs so many lures missed. */
const HONEST = 3;
/** What spam counts that would be called high, beside an honest mail accused. */
const SPAM = 0.4;
/** What a mail of our own counts, beside one that somebody got. */
const OWN = 0.5;
const COST = { phish: 1, ham: HONEST, spam: SPAM * HONEST };
/** How hard the prior holds: doubling or halving a check's points costs so much as that many mails on the threshold. */
const HOLD = 8;
const ROUNDS = 200;
/**
 * The most that a fit may make of an author's prior: what he called a hint or odd never flags a mail alone, whatever the
 * mails at hand say, since other people's honest mail is odd in other ways.
 */
const MOST = { odd: 2.9, bad: 4.5, worse: 6 };
/** A likeness to known lures is one finding among others: alone it stays so far below the threshold of suspicious. */
const LIKENESS_BELOW = 0.5;
/** High must be so far above suspicious that one more finding of middle weight does not reach it. */
const GAP_TO_HIGH = 2.5;

/** Shares of honest mail and of spam that may reach the thresholds: stricter than what is promised, since new mail differs. */
const FLAGGED = 0.003;
const HIGH = { ham: 0.0004, spam: 0.03 };

/**
 * Fits points to findings: a logistic loss on the capped sum. Points are a factor times the author's prior, so that none
 * turns negative; the logarithm of the factor is what the prior holds near zero. A check that the mails say nothing about
 * keeps its prior, and one that accuses honest mail loses its weight.
 */
export function fitPoints(
  checks: readonly Check[],
  rows: Row[],
  scoring: Scoring,
): Pick<Scoring, 'points' | 'thresholds'> {
  const groups = checks.map(({ group }) => GROUPS.indexOf(group));
  const caps = GROUPS.map((group) => scoring.caps[group]);
  const { suspicious } = scoring.thresholds;
  const weights = weightsOf(rows.map(({ label }) => label)).map(
    (weight, at) => weight * COST[rows[at]?.label.class ?? 'ham'] * (rows[at]?.isOwn ? OWN : 1),
  );
  const most = mostPoints(checks, suspicious);
  const pointsAt = (factors: Float64Array): number[] =>
    checks.map(({ points }, at) => Math.min(most[at] as number, points * Math.exp(factors[at] as number)));
  const factors = minimise(
    (at, gradient) => {
      const points = pointsAt(at);
      let loss = 0;
      for (let i = 0; i < at.length; i += 1) {
        const factor = at[i] as number;
        loss += HOLD * factor * factor;
        gradient[i] = 2 * HOLD * factor;
      }
      for (const [place, { label, shown }] of rows.entries()) {
        const sums = sumsOf(shown, points, groups);
        const score = sums.reduce((total, sum, group) => total + Math.min(sum, caps[group] as number), 0);
        const sign = label.class === 'phish' ? 1 : -1;
        // Spam may well be flagged, and half of it is fraud of other kinds: only high would be wrong.
        const margin = sign * (score - (label.class === 'spam' ? suspicious + GAP_TO_HIGH : suspicious));
        const weight = weights[place] as number;
        loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
        const pull = (-weight * sign) / (1 + Math.exp(margin));
        for (const { check, strength } of shown) {
          const group = groups[check] as number;
          if ((sums[group] as number) >= (caps[group] as number) || points[check] === most[check]) continue;
          gradient[check] = (gradient[check] as number) + pull * strength * (points[check] as number);
        }
      }
      return loss;
    },
    checks.length,
    ROUNDS,
  );
  return placed(
    checks,
    pointsAt(factors),
    rows.filter(({ isOwn }) => !isOwn),
    scoring,
  );
}

const GROUPS: Group[] = ['sender', 'link', 'content', 'attachment', 'indicator'];

function sumsOf(shown: Row['shown'], points: number[], groups: number[]): number[] {
  const sums = GROUPS.map(() => 0);
  for (const { check, strength } of shown) {
    const group = groups[check] as number;
    sums[group] = (sums[group] as number) + (points[check] as number) * strength;
  }
  return sums;
}

/** Stretches the points until as many honest mails are flagged as may be, then sets the threshold of high. */
function placed(
  checks: readonly Check[],
  points: number[],
  rows: Row[],
  scoring: Scoring,
): Pick<Scoring, 'points' | 'thresholds'> {
  const { suspicious } = scoring.thresholds;
  const shareOf = (scores: number[], kind: Label['class'], least: number): number => {
    const of = scores.filter((_, at) => rows[at]?.label.class === kind);
    return of.filter((score) => score >= least).length / (of.length || 1);
  };
  const most = mostPoints(checks, suspicious);
  // A check that no mail showed (of lone links, say) has its author's points, whatever the others are stretched by.
  const shown = new Set(rows.flatMap((row) => row.shown.map(({ check }) => check)));
  // What its author called worse than bad, and no honest mail showed, still flags alone however the rest is scaled.
  const accusing = new Set(
    rows.filter(({ label }) => label.class === 'ham').flatMap((row) => row.shown.map(({ check }) => check)),
  );
  // And a link may be all that somebody reports: what its author called bad of a link flags it without a mail around.
  const least = checks.map(({ points: prior, group }, at) =>
    (prior > 3 && !accusing.has(at)) || (prior > 2 && group === 'link') ? suspicious : 0,
  );
  const rounded = (stretch: number): number[] =>
    points.map((value, at) => {
      const scaled = Math.min(most[at] as number, shown.has(at) ? value * stretch : value);
      return tenth(Math.max(least[at] as number, scaled));
    });
  let best = points;
  for (let stretch = 2; stretch >= 0.5; stretch -= 0.02) {
    best = rounded(stretch);
    if (shareOf(scoresOf(checks, best, rows, scoring), 'ham', suspicious) <= FLAGGED) break;
  }
  const scores = scoresOf(checks, best, rows, scoring);
  let high = suspicious + GAP_TO_HIGH;
  // No further than the content of a mail alone can reach: a forward by text has nothing else.
  while (
    high < scoring.caps.content &&
    (shareOf(scores, 'ham', high) > HIGH.ham || shareOf(scores, 'spam', high) > HIGH.spam)
  )
    high += 0.1;
  return {
    points: Object.fromEntries(
      checks.map(({ id }, at) => [id, best[at] as number] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    thresholds: { suspicious, high: Math.min(tenth(high), scoring.caps.content) },
  };
}

function scoresOf(checks: readonly Check[], points: number[], rows: Row[], { caps }: Pick<Scoring, 'caps'>): number[] {
  const groups = checks.map(({ group }) => GROUPS.indexOf(group));
  return rows.map(({ shown }) =>
    sumsOf(shown, points, groups).reduce((total, sum, at) => total + Math.min(sum, caps[GROUPS[at] as Group]), 0),
  );
}

function mostPoints(checks: readonly Check[], suspicious: number): number[] {
  return checks.map(({ points, strength }) => {
    if (strength) return suspicious - LIKENESS_BELOW;
    return points <= 2 ? MOST.odd : points <= 3 ? MOST.bad : Math.max(points, MOST.worse);
  });
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
