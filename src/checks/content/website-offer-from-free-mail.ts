import { defineCheck } from '../check.ts';
import { freeMailDoubt, tells, wordsOf } from './asks.ts';

/**
 * Ranking, a new website, links to buy or an article to place, offered by somebody without a house: a free mailbox, or
 * answers to one. Agencies and neighbours who write from their own domain pass.
 */
export const websiteOfferFromFreeMail = defineCheck({
  id: 'website-offer-from-free-mail',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It offers work on your website (“{phrase}”), but {doubt}. Firms that do such work have a website themselves.',
  run(message, context) {
    const [hit] = tells(message, context, 'website-offer');
    if (!hit || wordsOf(message, context, 'website-offer') < 3) return;
    const doubt = freeMailDoubt(message, context);
    return doubt ? { phrase: hit.phrase, doubt } : undefined;
  },
});
