import { describe, expect, it } from 'vitest';
import { brandRepeatedForeignSender } from '../../../src/checks/content/brand-repeated-foreign-sender.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('brand-repeated-foreign-sender', () => {
  const TEXT = 'PayPal has limited you. Log in at PayPal below.';
  const run = (parts: Parameters<typeof message>[0], links = AWAY) =>
    runCheck(brandRepeatedForeignSender, { messages: [message({ text: TEXT, ...parts })], links });

  it('catches a short mail that speaks of nobody but the brand', () => {
    expect(run({ from: 'Notice <x@school.example>' })).toEqual({ brand: 'PayPal' });
  });
  it('catches letters drawn alike', () => {
    expect(run({ from: 'Notice <x@school.example>', text: 'РаyРаl, and again PayPаl' })).toBeDefined();
  });
  it('lets one mention pass', () => {
    expect(run({ from: 'Notice <x@school.example>', text: 'You can pay with PayPal.' })).toBeUndefined();
  });
  it('lets a long text pass', () => {
    // News of many things name some of them often.
    expect(run({ from: 'News <x@school.example>', text: TEXT + ' and so on'.repeat(500) })).toBeUndefined();
  });
  it('lets the brand’s own address pass, and a mail that leads to the brand', () => {
    expect(run({ from: 'PayPal <service@paypal.com>' })).toBeUndefined();
    expect(run({ from: 'Ada <ada@gmail.com>' }, [...AWAY, link('https://www.paypal.com/help')])).toBeUndefined();
  });
  it('lets a host name pass for no mention', () => {
    expect(run({ from: 'Notice <x@school.example>', text: 'see paypal.com/a and x@paypal.com' })).toBeUndefined();
  });
});
