import { defineCheck } from '../check.ts';
import { foldText } from '../lures.ts';
import type { LureHit } from '../check.ts';
import type { Message } from '../../model.ts';
import { presses, tells } from './asks.ts';
import { lures, STORIES } from './demand.ts';

/**
 * A password, a PIN, card data or a passport is wanted, in a mail that tells a lure's story or presses. Mail that says what
 * nobody will ever ask for passes, and so does a sign-up or reset that threatens nothing.
 */
export const asksForSecrets = defineCheck({
  id: 'asks-for-secrets',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It asks for what only you should have (“{phrase}”) and presses you to give it.',
  run(message, context) {
    const hit = tells(message, context, 'secrets').find((one) => !isDenied(message, one));
    if (!hit || message.text.length > 1500) return;
    const story = lures(message, context, ...STORIES).some((one) => one.phrase !== hit.phrase);
    return story || presses(message, context) ? { phrase: hit.phrase } : undefined;
  },
});

/** "We never ask for your PIN": such a word shortly before or after turns the sentence round. */
function isDenied({ subject, text }: Message, { start, end }: LureHit): boolean {
  return DENIED.test(foldText(`${subject}\n${text}`).slice(Math.max(0, start - 60), end + 40));
}

const DENIED = /\b(?:never|niemals|nie|jamais|nunca|mai|nooit|do not share|dont share|wont ask|will not ask)\b/;
