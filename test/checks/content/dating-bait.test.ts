import { describe, expect, it } from 'vitest';
import { datingBait } from '../../../src/checks/content/dating-bait.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ dating: ['lonely women'] });

describe('dating-bait', () => {
  it('catches it behind a link', () => {
    const mail = message({ text: 'Only today: lonely women!' });
    expect(runCheck(datingBait, { messages: [mail], links: [link('https://evil.test/')] }, known)).toEqual({
      phrase: 'lonely women',
    });
  });
  it('lets talk pass that gives nothing to click', () => {
    expect(
      runCheck(datingBait, { messages: [message({ text: 'He said something of lonely women.' })] }, known),
    ).toBeUndefined();
  });
});
