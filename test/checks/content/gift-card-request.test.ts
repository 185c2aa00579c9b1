import { describe, expect, it } from 'vitest';
import { giftCardRequest } from '../../../src/checks/content/gift-card-request.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ 'gift-card': ['gift cards'], secrecy: ['i am in a meeting'] }, { 'gift-card': ['购物卡'] });

describe('gift-card-request', () => {
  it('catches the boss who cannot talk', () => {
    const mail = message({ text: 'I am in a meeting. Can you get five gift cards for our clients?' });
    expect(runCheck(giftCardRequest, { messages: [mail] }, known)).toEqual({ phrase: 'gift cards' });
  });

  it('catches the wish for codes', () => {
    const mail = message({ text: 'Get some gift cards, scratch them and send me a picture of the codes.' });
    expect(runCheck(giftCardRequest, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches it in Chinese', () => {
    const mail = message({ text: '帮我买几张购物卡,刮开后拍照' });
    expect(runCheck(giftCardRequest, { messages: [mail] }, known)).toEqual({ phrase: '购物卡' });
  });

  it('lets a shop’s advertisement pass: it has a page of links', () => {
    const mail = message({ text: 'Gift cards now in our shop. Take a photo of the codes at the till.' });
    const links = ['a', 'b', 'c'].map((path) => link(`https://shop.example/${path}`));
    expect(runCheck(giftCardRequest, { messages: [mail], links }, known)).toBeUndefined();
  });

  it('lets colleagues pass who collect for a birthday: neither haste nor codes', () => {
    const mail = message({ text: 'For Ada we thought of gift cards from the bookshop. Cash to me, please.' });
    expect(runCheck(giftCardRequest, { messages: [mail] }, known)).toBeUndefined();
  });
});
