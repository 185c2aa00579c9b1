import { describe, expect, it } from 'vitest';
import { imageOnly } from '../../../src/checks/content/image-only.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const go = link('https://go.example/');

describe('image-only', () => {
  it('catches a picture with a link and no words', () => {
    expect(runCheck(imageOnly, { messages: [message({ pictures: 1, text: 'Unsubscribe' })], links: [go] })).toEqual({
      pictures: 'a picture',
    });
    expect(runCheck(imageOnly, { messages: [message({ pictures: 3 })], links: [go] })).toEqual({
      pictures: '3 pictures',
    });
  });

  it('catches it above the small print about leaving a list, and behind a false reference', () => {
    const text = 'If you no longer wish to receive these mails, click here to unsubscribe.\nThis is an advertisement.';
    const mail = message({ pictures: 1, text, isReply: true });
    expect(runCheck(imageOnly, { messages: [mail], links: [go] })).toBeDefined();
  });

  it('lets a friend’s picture pass: it links nowhere', () => {
    expect(runCheck(imageOnly, { messages: [message({ pictures: 1, text: 'Our cat!' })] })).toBeUndefined();
  });

  it('lets an illustrated newsletter pass: it has words', () => {
    const text = 'The summer festival begins on Friday at six with music, cake and a raffle for the ward.';
    expect(runCheck(imageOnly, { messages: [message({ pictures: 5, text })], links: [go] })).toBeUndefined();
  });

  it('lets a short answer pass whose signature has a logo', () => {
    expect(
      runCheck(imageOnly, {
        messages: [message({ pictures: 1, subject: 'Re: cake', text: 'Yes. Ada', isReply: true })],
        links: [go],
      }),
    ).toBeUndefined();
  });
});
