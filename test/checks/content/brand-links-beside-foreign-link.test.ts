import { describe, expect, it } from 'vitest';
import { brandLinksBesideForeignLink } from '../../../src/checks/content/brand-links-beside-foreign-link.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('brand-links-beside-foreign-link', () => {
  const LOGO = link('https://www.paypal.com/logo.png', { source: 'image' });
  const run = (links: ReturnType<typeof link>[], from = 'PayPal <x@school.example>') =>
    runCheck(brandLinksBesideForeignLink, { messages: [message({ from, text: 'Log in now' })], links });

  it('catches the brand’s picture above a button that leads elsewhere', () => {
    expect(run([LOGO, ...AWAY])).toEqual({ brand: 'PayPal', domain: 'kl-garten.example' });
  });
  it('catches the brand’s own footer beside it', () => {
    expect(run([link('https://www.paypal.com/privacy'), ...AWAY])).toBeDefined();
  });
  it('lets the brand itself pass', () => {
    expect(run([LOGO, ...AWAY], 'PayPal <service@paypal.com>')).toBeUndefined();
  });
  it('lets a list of many houses pass', () => {
    expect(run([LOGO, ...AWAY, link('https://other.example/a')])).toBeUndefined();
  });
  it('lets a shop pass that shows the sign of a payment service', () => {
    expect(run([LOGO, ...AWAY], 'Garten <order@kl-garten.example>')).toBeUndefined();
  });
  it('lets a mail pass that links nowhere else', () => {
    expect(run([LOGO, link('https://www.paypal.com/home')])).toBeUndefined();
  });
});
