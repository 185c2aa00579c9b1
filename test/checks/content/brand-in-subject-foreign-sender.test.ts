import { describe, expect, it } from 'vitest';
import { brandInSubjectForeignSender } from '../../../src/checks/content/brand-in-subject-foreign-sender.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('brand-in-subject-foreign-sender', () => {
  const run = (parts: Parameters<typeof message>[0], links = AWAY) =>
    runCheck(brandInSubjectForeignSender, { messages: [message({ subject: 'Your PayPal account', ...parts })], links });

  it('catches a brand in the subject that has no part in the mail', () => {
    expect(run({ from: 'Notice <x@school.example>' })).toEqual({ brand: 'PayPal' });
  });
  it('catches it where the sender shows no address at all', () => {
    expect(run({ from: 'Notice' })).toBeDefined();
  });
  it('lets the brand pass, by its address and by its link', () => {
    expect(run({ from: 'PayPal <service@paypal.com>' })).toBeUndefined();
    expect(run({ from: 'Notice <x@school.example>' }, [...AWAY, link('https://www.paypal.com/home')])).toBeUndefined();
  });
  it('lets a house pass that links home or says its name', () => {
    // A shop that tells of a payment method, a newspaper.
    expect(run({ from: 'Shop <order@kl-garten.example>' })).toBeUndefined();
    expect(run({ from: 'Shop <order@gartenhaus.example>', text: 'Your order at Gartenhaus was paid' })).toBeUndefined();
  });
  it('lets answers and lists pass', () => {
    // People talk of brands there.
    expect(run({ from: 'Ada <ada@school.example>', subject: 'Re: plan', isReply: true })).toBeUndefined();
    expect(
      run({ from: 'Ada <ada@school.example>', headers: [{ name: 'list-id', value: '<dev.lists.example>' }] }),
    ).toBeUndefined();
  });
  it('lets colleagues pass, and links to well-known sites', () => {
    expect(run({ from: 'Finance <finance@hospital.example>' })).toBeUndefined();
    expect(run({ from: 'Ada <ada@school.example>' }, [link('https://www.google.com/maps')])).toBeUndefined();
  });
});
