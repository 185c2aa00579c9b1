import { describe, expect, it } from 'vitest';
import { allLinksToOneStranger } from '../../../src/checks/content/all-links-to-one-stranger.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('all-links-to-one-stranger', () => {
  const all = ['a', 'b', 'c'].map((path) => link(`https://x.kl-garten.example/${path}`));
  const run = (links = all, parts: Parameters<typeof message>[0] = {}) =>
    runCheck(allLinksToOneStranger, { messages: [message({ from: 'Ada <x@school.example>', ...parts })], links });

  it('catches a mail whose links all lie with one foreign house', () => {
    expect(run()).toEqual({ count: '3', domain: 'kl-garten.example' });
  });
  it('lets two houses pass, and few links', () => {
    expect(run([...all, link('https://b.example/')])).toBeUndefined();
    expect(run(all.slice(0, 2))).toBeUndefined();
  });
  it('lets mailing services and well-known sites pass', () => {
    expect(run(['a', 'b', 'c'].map((path) => link(`https://u1.sendgrid.net/${path}`)))).toBeUndefined();
    expect(run(['a', 'b', 'c'].map((path) => link(`https://www.google.com/${path}`)))).toBeUndefined();
  });
  it('lets the sender’s own house pass, and answers', () => {
    expect(run(all, { from: 'Garten <a@kl-garten.example>' })).toBeUndefined();
    expect(run(all, { subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
});
