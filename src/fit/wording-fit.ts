import { wordingBuckets, wordingShare } from '../checks/wording.ts';
import type { WordingModel } from '../model.ts';
import type { Example } from './examples.ts';
import { part } from './folds.ts';
import type { Label } from './labels.ts';
import { minimise } from './minimise.ts';

export const BUCKETS = 1 << 17;
const ROUNDS = 60;
/** Ridge penalty a weight; the weights of the mails sum to their number. Chosen on folds, flat from a third to three times this. */
const RIDGE = 0.001;
const INNER_FOLDS = 4;

/** The likeness begins to count where so few honest mails of unseen sources still reach, and counts in full where hardly one does. */
const FROM = 0.03;
const TO = 0.002;

/** A mail as the model sees it: places of its letter runs. */
export interface Worded {
  label: Label;
  buckets: Uint32Array;
}

export function wordedOf({ evidence, ...label }: Example): Worded {
  const found = evidence.messages.map((message) => wordingBuckets(message, BUCKETS));
  // A mail with several messages is judged by the first that shows the likeness: the model learns from the longest.
  const buckets = found.toSorted((a, b) => b.length - a.length)[0] ?? new Uint32Array();
  return { label, buckets };
}

/** A model, and for each mail it learnt from the score of a model that did not know its campaign or source. */
export interface WordingFit {
  model: WordingModel;
  unseen: Float64Array;
}

/**
 * Fits the wording model: logistic regression on hashed letter runs. Every campaign counts as little more than one mail,
 * every source of honest mail by the root of its size, so that neither a flood nor a chatty list decides what lures are. Spam teaches nothing:
 * it is no honest mail, and half of it are frauds of other kinds than those labelled so.
 */
export function fitWording(mails: Worded[]): WordingFit {
  const unseen = new Float64Array(mails.length);
  const places = mails.map(({ label }) =>
    label.class === 'ham'
      ? part(`inner source ${label.source}`, INNER_FOLDS)
      : part(`inner campaign ${label.campaign}`, INNER_FOLDS),
  );
  for (let fold = 0; fold < INNER_FOLDS; fold += 1) {
    const weights = train(mails.filter((_, at) => places[at] !== fold));
    for (const [at, mail] of mails.entries()) if (places[at] === fold) unseen[at] = score(mail, weights);
  }
  const honest = [...unseen].filter((_, at) => mails[at]?.label.class === 'ham').sort((a, b) => b - a);
  const from = honest[Math.floor(FROM * honest.length)] ?? 0;
  const to = Math.max(honest[Math.floor(TO * honest.length)] ?? 1, from + 0.5);
  return { model: quantised(train(mails), from, to), unseen };
}

/** Weights of the buckets, the bias last. */
function train(mails: Worded[]): Float64Array {
  const weights = weightsOf(mails.map(({ label }) => label)).map((weight, at) =>
    mails[at]?.label.class === 'spam' ? 0 : weight,
  );
  return minimise(
    (at, gradient) => {
      const bias = at[BUCKETS] as number;
      let loss = 0;
      for (let i = 0; i < BUCKETS; i += 1) {
        const value = at[i] as number;
        loss += RIDGE * value * value;
        gradient[i] = 2 * RIDGE * value;
      }
      gradient[BUCKETS] = 0;
      for (const [place, { label, buckets }] of mails.entries()) {
        if (weights[place] === 0) continue;
        const share = wordingShare(buckets.length);
        let sum = 0;
        for (const bucket of buckets) sum += at[bucket] as number;
        const sign = label.class === 'phish' ? 1 : -1;
        const margin = sign * (sum * share + bias);
        const weight = weights[place] as number;
        loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
        const pull = (-weight * sign) / (1 + Math.exp(margin));
        const each = pull * share;
        for (const bucket of buckets) gradient[bucket] = (gradient[bucket] as number) + each;
        gradient[BUCKETS] = (gradient[BUCKETS] as number) + pull;
      }
      return loss;
    },
    BUCKETS + 1,
    ROUNDS,
  );
}

/** Weights of the mails: half for the lures, half for the rest, their sum the number of mails. */
export function weightsOf(labels: Label[]): number[] {
  const campaigns = countBy(labels, ({ campaign }) => campaign);
  const sources = countBy(labels, ({ source }) => source);
  const raw = labels.map(({ class: kind, campaign, source }) => {
    const weight = (campaigns.get(campaign) ?? 1) ** -0.7;
    return kind === 'phish' ? weight : weight / Math.sqrt(sources.get(source) ?? 1);
  });
  const sum = (lure: boolean): number =>
    raw.reduce((total, weight, at) => total + ((labels[at]?.class === 'phish') === lure ? weight : 0), 0) || 1;
  const [lures, rest] = [sum(true), sum(false)];
  return raw.map((weight, at) => (weight * labels.length) / 2 / (labels[at]?.class === 'phish' ? lures : rest));
}

function countBy(labels: Label[], key: (label: Label) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(key(label), (counts.get(key(label)) ?? 0) + 1);
  return counts;
}

function score({ buckets }: Worded, weights: Float64Array): number {
  let sum = 0;
  for (const bucket of buckets) sum += weights[bucket] as number;
  return sum * wordingShare(buckets.length) + (weights[BUCKETS] as number);
}

/** One byte a weight: the few largest are cut, so that the many small ones keep their differences. */
function quantised(weights: Float64Array, from: number, to: number): WordingModel {
  const sizes = [...weights.subarray(0, BUCKETS)].map(Math.abs).sort((a, b) => b - a);
  const most = sizes[Math.floor(BUCKETS / 2000)] || 1;
  const scale = most / 127;
  const bytes = Int8Array.from(weights.subarray(0, BUCKETS), (weight) =>
    Math.max(-127, Math.min(127, Math.round(weight / scale))),
  );
  return {
    weights: bytes,
    scale: short(scale),
    bias: short(weights[BUCKETS] as number),
    from: short(from),
    to: short(to),
  };
}

/** Six digits: enough, and the same text on every machine. */
function short(value: number): number {
  return Number(value.toPrecision(6));
}
