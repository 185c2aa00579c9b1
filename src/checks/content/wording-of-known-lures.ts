import type { Message, WordingModel } from '../../model.ts';
import { defineCheck } from '../check.ts';
import { tellingWords, wordingScore, wordingStrength } from '../wording.ts';

/**
 * The wording as a whole is that of known lures, in the view of a small model of letter runs. It knows only what it has
 * read: one finding among others, weighed by how near the likeness is, and never enough for high. Very short texts and
 * bare links have no wording; what an honest service writes in the same words, the other checks must tell apart.
 */
export const wordingOfKnownLures = defineCheck({
  id: 'wording-of-known-lures',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'Its wording resembles that of known lures: “{words}”.',
  run(message, { lists: { wording } }) {
    if (!wording || message.text.length + message.subject.length < SHORTEST) return;
    if (strengthOf(message, wording) === 0) return;
    const words = tellingWords(message, wording, 4);
    return words.length > 1 ? { words: words.join('”, “') } : undefined;
  },
  strength(message, { lists: { wording } }) {
    return wording ? strengthOf(message, wording) : 0;
  },
});

/** Asked for the finding and again for its weight. */
const strengths = new WeakMap<Message, { model: WordingModel; strength: number }>();

function strengthOf(message: Message, model: WordingModel): number {
  const known = strengths.get(message);
  if (known?.model === model) return known.strength;
  const strength = wordingStrength(wordingScore(message, model), model);
  strengths.set(message, { model, strength });
  return strength;
}

const SHORTEST = 40;
