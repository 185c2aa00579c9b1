import { defineCheck } from '../check.ts';
import { baited, lures } from './demand.ts';

/**
 * A parcel that waits for an address or a small fee, with a link. One such phrase passes, since every shop writes
 * of delivery; real parcel services pass because their links lead home.
 */
export const parcelFee = defineCheck({
  id: 'parcel-fee',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It says that a parcel or toll needs something of you (“{phrase}”) and gives you a link or file for it.',
  run(message, context) {
    const hit = baited(message, context, 'parcel');
    if (!hit) return;
    const told = lures(message, context, 'parcel').length;
    return told > 1 || message.text.length < 400 ? { phrase: hit.phrase } : undefined;
  },
});
