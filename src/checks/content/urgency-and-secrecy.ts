import { defineCheck } from '../check.ts';
import { lures } from './demand.ts';

/** Haste and silence together. Weak: bosses are in a hurry and some things are confidential; either alone passes. */
export const urgencyAndSecrecy = defineCheck({
  id: 'urgency-and-secrecy',
  on: 'message',
  group: 'content',
  points: 1,
  explain: 'It wants you to hurry (“{haste}”) and to keep quiet or to yourself (“{silence}”).',
  run(message, context) {
    const [haste] = lures(message, context, 'urgency');
    const [silence] = lures(message, context, 'secrecy');
    return haste && silence && message.text.length < 4000
      ? { haste: haste.phrase, silence: silence.phrase }
      : undefined;
  },
});
