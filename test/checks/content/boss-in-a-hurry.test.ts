import { describe, expect, it } from 'vitest';
import { bossInAHurry } from '../../../src/checks/content/boss-in-a-hurry.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing(
  { secrecy: ['are you at your desk', 'i am in a meeting'] },
  { secrecy: ['现在方便吗', '正在开会'] },
);

describe('boss-in-a-hurry', () => {
  it('catches the opening', () => {
    const mail = message({ text: 'Are you at your desk? I am in a meeting, just answer here.' });
    expect(runCheck(bossInAHurry, { messages: [mail] }, known)).toEqual({ phrase: 'are you at your desk' });
  });

  it('catches it in Chinese', () => {
    expect(runCheck(bossInAHurry, { messages: [message({ text: '现在方便吗?我正在开会' })] }, known)).toEqual({
      phrase: '现在方便吗',
    });
  });

  it('lets a plain question pass', () => {
    expect(
      runCheck(bossInAHurry, { messages: [message({ text: 'Are you at your desk? I bring the cake.' })] }, known),
    ).toBeUndefined();
  });

  it('lets a long letter pass', () => {
    const mail = message({ text: `Are you at your desk? I am in a meeting until two. ${plainText(1000)}` });
    expect(runCheck(bossInAHurry, { messages: [mail] }, known)).toBeUndefined();
  });
});
