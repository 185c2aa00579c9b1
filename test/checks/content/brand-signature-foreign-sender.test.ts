import { describe, expect, it } from 'vitest';
import { brandSignatureForeignSender } from '../../../src/checks/content/brand-signature-foreign-sender.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('brand-signature-foreign-sender', () => {
  const run = (text: string, from = 'Notice <x@school.example>') =>
    runCheck(brandSignatureForeignSender, { messages: [message({ from, text })], links: AWAY });

  it.each([
    'Log in now.\n\nThe PayPal Team',
    'Log in now.\n\nIhr PayPal-Team',
    'Log in now. © 2026 PayPal',
    'Log in now. Copyright © 1999-2026 PayPal, Inc. All rights reserved.',
    'Entrez ici.\nL’équipe PayPal',
    'Klicken Sie hier, und zwar bald.\nPayPal Kundenservice',
  ])('catches the signature in: %s', (text) => {
    expect(run(text)).toEqual({ brand: 'PayPal' });
  });
  it('lets a mention pass that signs nothing', () => {
    expect(run('We take PayPal, cards and cash. See you on Sunday, and bring the children along!')).toBeUndefined();
  });
  it('lets the brand itself pass', () => {
    expect(run('The PayPal Team', 'PayPal <service@paypal.com>')).toBeUndefined();
  });
  it('lets a house pass that says who it is', () => {
    // A shop prints the notice of its card company.
    expect(run('Your order at Gartenhaus. © 2026 PayPal', 'Shop <order@gartenhaus.example>')).toBeUndefined();
  });
});
