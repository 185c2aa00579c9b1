import { describe, expect, it } from 'vitest';
import { linkBuiltLikePhishingStrongly } from '../../../src/checks/link/link-built-like-phishing-strongly.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { modelThatGives } from '../../helpers/url-model.ts';

const alone = { message: undefined, source: 'reported' as const };

describe('link-built-like-phishing-strongly', () => {
  it('speaks of a link that was reported alone, between its bounds', () => {
    const links = [link('https://firm.test/a', alone)];
    expect(runCheck(linkBuiltLikePhishingStrongly, { links }, modelThatGives(3.5))).toEqual({
      host: 'firm.test',
      pieces: 'firm.test',
    });
    expect(runCheck(linkBuiltLikePhishingStrongly, { links }, modelThatGives(3.5 - 1))).toBeUndefined();
    expect(runCheck(linkBuiltLikePhishingStrongly, { links }, modelThatGives(3.5 + -2))).toBeUndefined();
  });
  it('says nothing of a link in a mail', () => {
    const parts = { messages: [message()], links: [link('https://firm.test/a')] };
    expect(runCheck(linkBuiltLikePhishingStrongly, parts, modelThatGives(3.5))).toBeUndefined();
  });
  it.each([
    ['the organisation’s own site', 'https://hospital.example/a'],
    ['a well-known site', 'https://www.google.com/a'],
    ['a service that counts clicks for others', 'https://u1.ct.sendgrid.net/ls/click?upn=a'],
    ['a school', 'https://www.college.edu/a'],
    ['an address of one’s own network', 'http://192.168.0.1/login'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(linkBuiltLikePhishingStrongly, { links: [link(url, alone)] }, modelThatGives(3.5))).toBeUndefined();
  });
});
