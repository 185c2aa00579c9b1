import type { Lists, UrlParts } from '../../model.ts';
import { featuresOf, isJudged } from './features.ts';

/** How much an address is built like those of known phishing pages, and what in it says so. */
export interface Likeness {
  /** Above 0 more like phishing than not. The bounds that matter are the model's. */
  score: number;
  /** Up to two pieces of the URL that weigh most against it, heaviest first. */
  telling: string[];
}

const MOST_PIECES = 2;
/** Shown of a piece: the whole address stands beside it. */
const PIECE_LENGTH = 40;

/** Undefined for what the model is not asked about: see `isJudged`. */
export function likenessOf(parts: UrlParts, lists: Lists): Likeness | undefined {
  if (!isJudged(parts, lists)) return undefined;
  const { weights, step, bias } = lists.urlModel;
  let score = bias;
  const pieces = new Map<string, number>();
  for (const { slot, piece } of featuresOf(parts, lists)) {
    const weight = (weights[slot] ?? 0) * step;
    score += weight;
    if (piece !== '') pieces.set(piece, (pieces.get(piece) ?? 0) + weight);
  }
  const telling = [...pieces]
    .filter(([, weight]) => weight > 0.2)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_PIECES)
    .map(([piece]) => piece.slice(0, PIECE_LENGTH));
  return { score, telling };
}
