import { describe, expect, it } from 'vitest';
import { storyOrElse } from '../../../src/checks/content/story-or-else.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  mailbox: ['mailbox'],
  full: ['full'],
  unless: ['otherwise'],
  loss: ['deleted'],
});

describe('story-or-else', () => {
  it('catches a full mailbox that is deleted otherwise', () => {
    const mail = message({ text: 'Your mailbox is full. Free it, otherwise it is deleted.' });
    expect(runCheck(storyOrElse, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets house rules pass: they tell no such story', () => {
    const mail = message({ text: 'Please collect your coat, otherwise the list is deleted.' });
    expect(runCheck(storyOrElse, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a story without a threat pass', () => {
    const mail = message({ text: 'Your mailbox is full.' });
    expect(runCheck(storyOrElse, { messages: [mail] }, known)).toBeUndefined();
  });
});
