import { defineCheck } from '../check.ts';
import { asksReply, tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';
import { donationToYou } from './donation-to-you.ts';
import { legacyToShare } from './legacy-to-share.ts';
import { proposalFromAStranger } from './proposal-from-a-stranger.ts';

/**
 * A fortune, a loan or a donation in a few lines, and only an answer is wanted. Charities that ask for donations, and
 * banks that write of loans at their own site, pass.
 */
export const fortuneForAnAnswer = defineCheck({
  id: 'fortune-for-an-answer',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It offers money for hardly more than an answer (“{phrase}”). The costs that come then are the fraud.',
  run(message, context) {
    // One tale counts once: these say more exactly which it is.
    if (TALES.some((tale) => tale.run(message, context))) return;
    const hits = tells(message, context, 'fortune', 'advance-fee');
    const [hit] = hits.toSorted((a, b) => b.phrase.length - a.phrase.length);
    if (
      !hit ||
      wordsOf(message, context, 'fortune') + wordsOf(message, context, 'advance-fee') < 5 ||
      webLinks(message, context).length > 1
    )
      return;
    return asksReply(message, context) && SUM.test(message.text) ? { phrase: hit.phrase } : undefined;
  },
});

const TALES = [legacyToShare, donationToYou, proposalFromAStranger];

const SUM = new RegExp(
  [
    String.raw`\d[\d.,' ]{0,12}\s?(?:million|milion|milyon|mio|mln|млн|миллион|مليون|m\b|€|\$|£|₽|%|usd|eur|евро|يورو|dollar|dolar|долл|دولار|pound|roub|руб|złot|zł|tl\b|ريال|درهم|جنيه)`,
    String.raw`[$€£]\s?\d|\d{1,3}(?:[.,' ]\d{3}){1,3}|\bmil(?:l?i|y)on|миллион|مليون|ملايين|万|萬|億|亿|\bmillion`,
    String.raw`[\d백천]\s?[만억]|百分之|[二三四五][成割]`,
  ].join('|'),
  'i',
);
