import { ENDING_SLOTS, PATH_SLOTS, SLOTS } from '../checks/url-model/features.ts';

/** One link of a collection: the slots of its features, and which side it is of. */
export interface Example {
  slots: number[];
  phish: boolean;
  /** The collection that it comes from: links of one collection are alike for other reasons than their harm. */
  source: string;
  /** Which of the folds it belongs to; the same for links of one domain. -1: none, it is never left out. */
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
const RIDGE = 3;
/** The most that one trait of an ending may weigh. */
const ENDING_MOST = 0.4;
/** Of a link to a well-known site, beside one of the tables. */
const WELL_KNOWN = 0.2;
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
  const counts = weigh(examples);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = slopeOf(examples, weights, counts);
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
      weights[slot] = limited(next, slot);
    }
  }
  return { weights: weights.subarray(0, SLOTS), bias: weights[SLOTS] ?? 0 };
}

/** What each example counts: both classes alike in sum, and well-known names less than links of the tables. */
function weigh(examples: Example[]): Float64Array {
  const own = ({ fold }: Example): number => (fold < 0 ? WELL_KNOWN : 1);
  let phish = 0;
  let benign = 0;
  for (const example of examples) {
    if (example.phish) phish += own(example);
    else benign += own(example);
  }
  const half = (phish + benign) / 2;
  return Float64Array.from(examples, (example) => (own(example) * half) / (example.phish ? phish : benign));
}

/**
 * What weights may not say. Path and query: never anything for a link. Endings: no single one much, or a whole country
 * is accused because few of its honest sites are in the lists.
 */
function limited(weight: number, slot: number): number {
  if (slot === SLOTS || slot < ENDING_SLOTS) return weight;
  if (slot >= PATH_SLOTS) return Math.max(0, weight);
  return Math.min(ENDING_MOST, Math.max(-ENDING_MOST, weight));
}

function slopeOf(examples: Example[], weights: Float64Array, counts: Float64Array): Float64Array {
  const slope = new Float64Array(SLOTS + 1);
  for (const [index, { slots, phish }] of examples.entries()) {
    let score = weights[SLOTS] ?? 0;
    for (const slot of slots) score += weights[slot] ?? 0;
    const error = (1 / (1 + Math.exp(-score)) - (phish ? 1 : 0)) * (counts[index] ?? 0);
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
