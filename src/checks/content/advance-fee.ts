import { defineCheck } from '../check.ts';
import { lures } from './demand.ts';
import { donationToYou } from './donation-to-you.ts';
import { fortuneForAnAnswer } from './fortune-for-an-answer.ts';
import { legacyToShare } from './legacy-to-share.ts';

/**
 * A fortune from a stranger: an inheritance, a donation, a fund. Four of the stock phrases, or three and a sum in
 * millions; news and business mail has one or two.
 */
export const advanceFee = defineCheck({
  id: 'advance-fee',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'A stranger speaks of a fortune (“{phrase}”). First comes a fee to pay, then another, and never the money.',
  run(message, context) {
    // One tale counts once: these say more exactly which it is.
    if (TALES.some((tale) => tale.run(message, context))) return;
    const hits = lures(message, context, 'advance-fee');
    const [first] = hits.toSorted((a, b) => b.phrase.length - a.phrase.length);
    if (!first) return;
    const enough = hits.length >= 4 || (hits.length >= 3 && MILLIONS.test(`${message.subject}\n${message.text}`));
    return enough ? { phrase: first.phrase } : undefined;
  },
});

const TALES = [legacyToShare, donationToYou, fortuneForAnAnswer];

const MILLIONS = /\d[\d.,]{0,12}\s?(?:million|m\b|mio\b)|\d{1,3}(?:[.,]\d{3}){2}|[百千]?万美元|[百千]?萬美元|亿|億/i;
