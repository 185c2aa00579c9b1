import { defineCheck } from '../check.ts';
import { tells } from './asks.ts';
import { lures, STORIES } from './demand.ts';

/**
 * A lure's story and what happens to those who do not obey, both in a few lines. House rules and reminders
 * threaten too, but tell no such story; notices whose links lead home pass.
 */
export const storyOrElse = defineCheck({
  id: 'story-or-else',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It tells a story (“{story}”) and threatens those who do not act (“{threat}”).',
  run(message, context) {
    if (message.text.length > 1200) return;
    const [threat] = tells(message, context, 'threat');
    const story = lures(message, context, ...STORIES).find(({ phrase }) => phrase !== threat?.phrase);
    return threat && story ? { story: story.phrase, threat: threat.phrase } : undefined;
  },
});
