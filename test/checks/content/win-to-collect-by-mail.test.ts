import { describe, expect, it } from 'vitest';
import { winToCollectByMail } from '../../../src/checks/content/win-to-collect-by-mail.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  prize: ['lottery'],
  won: ['winner'],
  secret: ['passport'],
  give: ['send'],
  answer: ['reply to me', 'let me know', 'send me'],
});

describe('win-to-collect-by-mail', () => {
  it('catches a prize for a passport by mail', () => {
    const mail = message({ text: 'You are the winner of our lottery. Send your passport and let me know.' });
    expect(runCheck(winToCollectByMail, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a draw pass that leads to a page', () => {
    const mail = message({ text: 'You are the winner of our lottery. Send your passport and let me know.' });
    expect(
      runCheck(winToCollectByMail, { messages: [mail], links: [link('https://club.example/draw')] }, known),
    ).toBeUndefined();
  });

  it('lets news of a winner pass', () => {
    const mail = message({ text: 'The winner of the village lottery is Mrs Brown. Let me know who wants a photo.' });
    expect(runCheck(winToCollectByMail, { messages: [mail] }, known)).toBeUndefined();
  });
});
