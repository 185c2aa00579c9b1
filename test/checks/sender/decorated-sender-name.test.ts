import { describe, expect, it } from 'vitest';
import { decoratedSenderName } from '../../../src/checks/sender/decorated-sender-name.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('decorated-sender-name', () => {
  const run = (name: string, parts: Parameters<typeof message>[0] = {}) =>
    runCheck(decoratedSenderName, {
      messages: [message({ from: `${name} <x@school.example>`, ...parts })],
      links: AWAY,
    });

  it.each(['Prize 🎁', '_You_have_won_', '**STORAGE**', '*Survey#', '𝗕𝗼𝗻𝘂𝘀 Team'])('catches %s', (name) => {
    expect(run(name)).toEqual({ name });
  });
  it('lets a shop pass that says who it is', () => {
    expect(run('School ❤', { text: 'Your School' })).toBeUndefined();
  });
  it('lets plain names and trade marks pass', () => {
    expect(run('Ada Chen')).toBeUndefined();
    expect(run('Gartenkraft®')).toBeUndefined();
  });
  it('lets answers pass', () => {
    expect(run('Ada 🌻', { subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
  it('lets whoever posted a text pass', () => {
    // A colleague who hands on what reached them.
    expect(run('Ada 🌻', { form: 'pasted' })).toBeUndefined();
  });
});
