import { describe, expect, it } from 'vitest';
import { linkBuiltLikePhishing } from '../../../src/checks/link/link-built-like-phishing.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { modelThatGives } from '../../helpers/url-model.ts';

const alone = { message: undefined, source: 'reported' as const };

describe('link-built-like-phishing', () => {
  it('speaks of a link that was reported alone, between its bounds', () => {
    const links = [link('https://firm.test/a', alone)];
    expect(runCheck(linkBuiltLikePhishing, { links }, modelThatGives(2.5))).toEqual({
      host: 'firm.test',
      pieces: 'firm.test',
    });
    expect(runCheck(linkBuiltLikePhishing, { links }, modelThatGives(2.5 - 1))).toBeUndefined();
    expect(runCheck(linkBuiltLikePhishing, { links }, modelThatGives(2.5 + 1))).toBeUndefined();
  });
  it('speaks of a link in a mail from a stricter bound on', () => {
    const parts = { messages: [message({ from: 'ada@other.test' })], links: [link('https://firm.test/a')] };
    expect(runCheck(linkBuiltLikePhishing, parts, modelThatGives(4.5))).toBeDefined();
    expect(runCheck(linkBuiltLikePhishing, parts, modelThatGives(3.5))).toBeUndefined();
  });
  it.each([
    ['a picture', link('https://firm.test/a', { source: 'image' })],
    ['leaving a list', link('https://firm.test/unsubscribe')],
    ['the sender’s own site', link('https://www.sender.test/a')],
  ])('lets %s in a mail pass', (_, one) => {
    const parts = { messages: [message({ from: 'ada@sender.test' })], links: [one] };
    expect(runCheck(linkBuiltLikePhishing, parts, modelThatGives(9))).toBeUndefined();
  });
  it.each([
    ['the organisation’s own site', 'https://hospital.example/a'],
    ['a well-known site', 'https://www.google.com/a'],
    ['a service that counts clicks for others', 'https://u1.ct.sendgrid.net/ls/click?upn=a'],
    ['a school', 'https://www.college.edu/a'],
    ['an address of one’s own network', 'http://192.168.0.1/login'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(linkBuiltLikePhishing, { links: [link(url, alone)] }, modelThatGives(2.5))).toBeUndefined();
  });
});
