import { describe, expect, it } from 'vitest';
import { prize } from '../../../src/checks/content/prize.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing({ prize: ['you have won', 'claim your prize'] }, { prize: ['恭喜您获得', '领取奖金'] });
const claim = link('https://winner.example/');

describe('prize', () => {
  it('catches a prize behind a link', () => {
    const mail = message({ text: 'You have won! Claim your prize.' });
    expect(runCheck(prize, { messages: [mail], links: [claim] }, known)).toEqual({ phrase: 'you have won' });
  });

  it('catches it in Chinese', () => {
    const mail = message({ text: '恭喜您获得大奖,请领取奖金' });
    expect(runCheck(prize, { messages: [mail], links: [claim] }, known)).toEqual({ phrase: '恭喜您获得' });
  });

  it('catches a line that says only one of its phrases', () => {
    expect(runCheck(prize, { messages: [message({ text: 'Claim your prize' })], links: [claim] }, known)).toBeDefined();
  });

  it('lets a long letter pass that congratulates once', () => {
    const mail = message({ text: `You have won the table tennis cup! ${plainText(1200)}` });
    expect(runCheck(prize, { messages: [mail], links: [claim] }, known)).toBeUndefined();
  });

  it('lets a shop’s draw pass that leads to the shop', () => {
    const mail = message({ from: 'News <news@apples.test>', text: 'You have won a coupon, claim your prize.' });
    const links = [link('https://www.apples.test/draw')];
    expect(runCheck(prize, { messages: [mail], links }, known)).toBeUndefined();
  });

  it('lets a story pass that gives nothing to click', () => {
    expect(
      runCheck(prize, { messages: [message({ text: 'It said "you have won, claim your prize". I laughed.' })] }, known),
    ).toBeUndefined();
  });
});
