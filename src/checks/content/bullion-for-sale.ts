import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * Gold dust, rough stones or a tanker of oil, offered to whoever reads it. Those who trade in them do not look for buyers
 * by mail; a discussion of the price of gold names no mine and no commission, and passes.
 */
export const bullionForSale = defineCheck({
  id: 'bullion-for-sale',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It offers gold, stones or oil to strangers (“{phrase}”). Such goods do not exist; the deposit is the fraud.',
  run(message, context) {
    const [hit] = tells(message, context, 'bullion');
    return hit && wordsOf(message, context, 'bullion') >= 3 && webLinks(message, context).length < 2
      ? { phrase: hit.phrase }
      : undefined;
  },
});
