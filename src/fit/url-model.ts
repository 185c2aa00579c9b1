import { PATH_SLOTS, SLOTS } from '../checks/url-model/features.ts';

/** One link of a collection: the slots of its features, and which side it is of. */
export interface Example {
  slots: number[];
  phish: boolean;
  /** The collection that it comes from: links of one collection are alike for other reasons than their harm. */
  source: string;
  /** Which of the folds it belongs to; the same for links of one domain. */
  fold: number;
}

export interface Weights {
  /** By slot. */
  weights: Float64Array;
  bias: number;
}

const ROUNDS = 200;
const RATE = 0.1;
/** How dear a large weight is: chosen by leaving collections out, not by the fit to what was seen. */
const RIDGE = 2;
/** A feature of one link alone is a name, not a sign. */
const SEEN = 2;

/**
 * Logistic regression with both classes weighing the same, by Adam over all examples at once. Nothing in it is drawn
 * by chance, so that the same links give the same weights to the byte.
 *
 * Weights of path and query never fall below nothing. Otherwise the fit learns that phishing is linked by its front page
 * and honest firms by their `/about-us`, which is how such lists are gathered, and which anybody can write behind a host.
 */
export function fitWeights(examples: Example[]): Weights {
  const weights = new Float64Array(SLOTS + 1);
  const speed = new Float64Array(SLOTS + 1);
  const size = new Float64Array(SLOTS + 1);
  const seen = new Uint32Array(SLOTS);
  for (const { slots } of examples) for (const slot of slots) seen[slot] = (seen[slot] ?? 0) + 1;
  const phish = examples.filter((example) => example.phish).length;
  const share = { phish: examples.length / 2 / phish, benign: examples.length / 2 / (examples.length - phish) };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = slopeOf(examples, weights, share);
    const rate = RATE * (1 - round / (ROUNDS + 1));
    for (let slot = 0; slot <= SLOTS; slot += 1) {
      if (slot < SLOTS && (seen[slot] ?? 0) < SEEN) continue;
      const weight = weights[slot] ?? 0;
      const pull = (slope[slot] ?? 0) + (slot < SLOTS ? RIDGE * weight : 0);
      const fast = 0.9 * (speed[slot] ?? 0) + 0.1 * pull;
      const large = 0.99 * (size[slot] ?? 0) + 0.01 * pull * pull;
      speed[slot] = fast;
      size[slot] = large;
      const next = weight - (rate * (fast / (1 - 0.9 ** round))) / (Math.sqrt(large / (1 - 0.99 ** round)) + 1e-8);
      weights[slot] = slot >= PATH_SLOTS && slot < SLOTS && next < 0 ? 0 : next;
    }
  }
  return { weights: weights.subarray(0, SLOTS), bias: weights[SLOTS] ?? 0 };
}

function slopeOf(examples: Example[], weights: Float64Array, share: { phish: number; benign: number }): Float64Array {
  const slope = new Float64Array(SLOTS + 1);
  for (const { slots, phish } of examples) {
    let score = weights[SLOTS] ?? 0;
    for (const slot of slots) score += weights[slot] ?? 0;
    const error = (1 / (1 + Math.exp(-score)) - (phish ? 1 : 0)) * (phish ? share.phish : share.benign);
    slope[SLOTS] = (slope[SLOTS] ?? 0) + error;
    for (const slot of slots) slope[slot] = (slope[slot] ?? 0) + error;
  }
  return slope;
}

export function scoreOf({ slots }: Pick<Example, 'slots'>, { weights, bias }: Weights): number {
  let score = bias;
  for (const slot of slots) score += weights[slot] ?? 0;
  return score;
}

/** Weights in one byte each. */
export function quantised({ weights, bias }: Weights): { step: number; bias: number; bytes: Int8Array } {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const step = Number((most / 127).toPrecision(6)) || 1;
  return { step, bias: Number(bias.toFixed(4)), bytes: Int8Array.from(weights, (weight) => Math.round(weight / step)) };
}
