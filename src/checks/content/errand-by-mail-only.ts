import { defineCheck } from '../check.ts';
import { tells, wordsOf } from './asks.ts';
import { webLinks } from './demand.ts';

/**
 * A few lines that ask for a favour or a task without naming it, by somebody who cannot be called or asks whether one is
 * free: the opening of gift-card and transfer frauds. Friends and chiefs who say what they want in the same lines write
 * of more than that, or can be called; answers and longer mails pass.
 */
export const errandByMailOnly = defineCheck({
  id: 'errand-by-mail-only',
  on: 'message',
  group: 'content',
  points: 2,
  explain:
    'It asks for a favour or a task, and the writer wants to be answered by mail only (“{phrase}”). Ask by a number that you know.',
  run(message, context) {
    const [hit] = tells(message, context, 'errand');
    if (!hit || message.text.length > 700 || webLinks(message, context).length > 0) return;
    return wordsOf(message, context, 'errand') >= 2 ? { phrase: hit.phrase } : undefined;
  },
});
