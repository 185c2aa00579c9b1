import { describe, expect, it } from 'vitest';
import { shortenedLink } from '../../../src/checks/link/shortened-link.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('shortened-link', () => {
  it('catches a shortened link', () => {
    expect(runCheck(shortenedLink, { links: [link('https://bit.ly/3abc')] })).toEqual({ host: 'bit.ly' });
  });
  it('lets the service’s front page pass', () => {
    // It hides nothing.
    expect(runCheck(shortenedLink, { links: [link('https://bit.ly/')] })).toBeUndefined();
  });
  it('lets one pass among links to many sites', () => {
    const links = ['a', 'b', 'c', 'd', 'e'].map((name) => link(`https://www.${name}-news.test/story`));
    const found = { messages: [message({ from: 'news@shop.test' })], links: [link('https://bit.ly/3abc'), ...links] };
    expect(runCheck(shortenedLink, found)).toBeUndefined();
  });
  it('lets one pass that somebody posts in an answer', () => {
    const messages = [message({ from: 'ada@firm.test', isReply: true, subject: 'Re: the talk' })];
    expect(runCheck(shortenedLink, { messages, links: [link('https://bit.ly/3abc')] })).toBeUndefined();
  });
  it('lets a host pass that only ends alike', () => {
    expect(runCheck(shortenedLink, { links: [link('https://rabbit.ly/3abc')] })).toBeUndefined();
  });
});
