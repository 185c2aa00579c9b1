import { describe, expect, it } from 'vitest';
import { callToActionAmongStrangers } from '../../../src/checks/content/call-to-action-among-strangers.ts';
import { knowledge, link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('call-to-action-among-strangers', () => {
  const known = knowledge({
    lists: { lures: [{ language: 'en', themes: { 'call-to-action': ['click here'] } }] },
  });
  const run = (parts: Parameters<typeof message>[0], links = AWAY) =>
    runCheck(
      callToActionAmongStrangers,
      { messages: [message({ from: 'Notice <x@school.example>', text: 'Click here to go on.', ...parts })], links },
      known,
    );

  it('catches an urge to click that leads from nobody to nobody', () => {
    expect(run({})).toEqual({ domain: 'kl-garten.example', sender: 'school.example' });
  });
  it('lets a house pass that names itself, or links home', () => {
    expect(run({ text: 'Click here. Your Evening School' })).toBeUndefined();
    expect(run({ from: 'Garten <news@kl-garten.example>' })).toBeUndefined();
  });
  it('lets a house pass that sends through a service, or from a mailing domain of its own', () => {
    expect(run({ from: 'KL Garten <bounce@sender.example>' })).toBeUndefined();
    expect(run({ from: 'News <x@kl-garten-news.example>' })).toBeUndefined();
  });
  it('takes a domain that carries a foreign brand’s name for nobody’s kin', () => {
    expect(run({ from: 'PayPal Login <x@school.example>' }, [link('https://paypal-login.example/')])).toBeDefined();
  });
  it('lets long texts, answers, lists and quiet links pass', () => {
    expect(run({ text: `Click here. ${'And so on. '.repeat(200)}` })).toBeUndefined();
    expect(run({ subject: 'Re: plan', isReply: true })).toBeUndefined();
    expect(run({ headers: [{ name: 'list-post', value: '<mailto:a@lists.example>' }] })).toBeUndefined();
    expect(run({ text: 'Here is what I found.' })).toBeUndefined();
  });
  it('lets a quoted mail pass of which no address was printed', () => {
    expect(run({ form: 'quoted', from: 'Evening School' })).toBeUndefined();
  });
  it('lets whoever posted a text pass', () => {
    // A colleague who hands on what reached them.
    expect(run({ form: 'pasted', from: 'Ada' })).toBeUndefined();
  });
});
