import { describe, expect, it } from 'vitest';
import { brandSenderLinksElsewhere } from '../../../src/checks/content/brand-sender-links-elsewhere.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('brand-sender-links-elsewhere', () => {
  const run = (parts: Parameters<typeof message>[0], links = AWAY) =>
    runCheck(brandSenderLinksElsewhere, { messages: [message({ text: 'You won.', ...parts })], links });

  it('catches a brand’s address in a mail that leads only to strangers', () => {
    expect(run({ from: 'Prize <info@dhl.de>' })).toEqual({ sender: 'dhl.de', brand: 'DHL' });
  });
  it('lets a mail of the brand pass that links home, or to another domain of it', () => {
    expect(run({ from: 'DHL <info@dhl.de>' }, [...AWAY, link('https://www.dhl.com/x')])).toBeUndefined();
  });
  it('catches a forger who names the house', () => {
    expect(run({ from: 'DHL <info@dhl.de>', text: 'DHL has your parcel.' })).toBeDefined();
  });
  it('lets a mail pass with a link to a well-known house', () => {
    expect(run({ from: 'Ada <ada@microsoft.com>' }, [...AWAY, link('https://www.google.com/x')])).toBeUndefined();
  });
  it('lets employees pass who answer or write to lists', () => {
    expect(run({ from: 'Ada <ada@microsoft.com>', subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
  it('lets houses pass that are no brand', () => {
    expect(run({ from: 'Ada <ada@school.example>' })).toBeUndefined();
  });
});
