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
    if (wordingStrength(wordingScore(message, wording), wording) === 0) return;
    const words = tellingWords(message, wording, 4);
    return words.length > 1 ? { words: words.join('”, “') } : undefined;
  },
  strength(message, { lists: { wording } }) {
    return wording ? wordingStrength(wordingScore(message, wording), wording) : 0;
  },
});

const SHORTEST = 40;
