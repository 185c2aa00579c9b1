import { describe, expect, it } from 'vitest';
import { serviceNameOfAStranger } from '../../../src/checks/sender/service-name-of-a-stranger.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('service-name-of-a-stranger', () => {
  const run = (parts: Parameters<typeof message>[0], links = AWAY) =>
    runCheck(serviceNameOfAStranger, { messages: [message(parts)], links });

  it.each([
    'Account Team',
    'Kundenservice',
    'Atención al cliente',
    'Customer Support',
    'サポートセンター',
    '客服中心',
    'Служба поддержки',
  ])('catches %s', (name) => {
    expect(run({ from: `${name} <x@school.example>` })).toEqual({ name, domain: 'school.example' });
  });
  it('lets a desk pass that says whose it is', () => {
    expect(run({ from: 'Customer Support <help@kl-garten.example>' })).toBeUndefined();
    expect(run({ from: 'Customer Support <x@school.example>', text: 'Your School' })).toBeUndefined();
  });
  it('lets a brand’s own desk pass', () => {
    expect(run({ from: 'Microsoft Support Team <x@microsoft.com>' })).toBeUndefined();
  });
  it('lets people, answers and mail without links pass', () => {
    expect(run({ from: 'Ada Service <x@school.example>' })).toBeUndefined();
    expect(run({ from: 'Account Team <x@school.example>', subject: 'Re: plan', isReply: true })).toBeUndefined();
    expect(run({ from: 'Account Team <x@school.example>' }, [])).toBeUndefined();
  });
});
