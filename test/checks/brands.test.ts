import { describe, expect, it } from 'vitest';
import { brandInForeignHost, brandInName, ownsHost, sameBrand, sendsFrom } from '../../src/checks/brands.ts';
import { loadLists } from '../../src/data/load.ts';

// The shipped list: these are claims about it as much as about the rules.
const lists = loadLists();
const brand = (id: string) => {
  const found = lists.brands.find((one) => one.id === id);
  if (!found) throw new Error(`no brand ${id}`);
  return found;
};

describe('brandInName', () => {
  it.each([
    ['Αmazοn.fr', 'amazon'], // Greek letters
    ['C o i n b a s e', 'coinbase'],
    ['Trust-WaIIet LTD', 'trust-wallet'], // capital i for l
    ['Tr\u{e0139}ust Wa\u{e0139}llet', 'trust-wallet'], // characters that draw nothing
    ['lRS.GOV', 'irs'],
    ['Banco.Bradesco', 'bradesco'],
    ['武汉市卫生健康委员会', 'nhc-china'],
    ['三井住友カード', 'smbc-card'],
    ['Apple Support', 'apple'],
    ['ING', 'ing'],
  ])('reads %j as %s', (name, id) => {
    expect(brandInName(name, lists)?.brand.id).toBe(id);
  });

  it.each([
    'Johnny Apple',
    'Chase Utley',
    'Norton Smith',
    'Visa Application Centre of Nepal',
    'Ups and downs',
    'The Orange County Register',
    'Ada Chen (Google)', // an employer
    'Jing Li', // ing within a word
    'Paypaloma',
    '',
  ])('finds no brand in %j', (name) => {
    expect(brandInName(name, lists)).toBeUndefined();
  });
});

describe('brandInForeignHost', () => {
  it.each([
    ['paypal-secure.example', 'paypal'],
    ['login.microsoftonline.com.evil.example', 'microsoft'],
    ['apple-id-verify.example', 'apple'],
    ['ups-track.top', 'ups'],
    ['dhl.xyz', 'dhl'],
    ['bradescocliente.example', 'bradesco'],
    ['netflix-login.pages.dev', 'netflix'],
    ['eki-net.abc.example', 'eki-net'],
  ])('finds in %s the brand %s', (host, id) => {
    expect(brandInForeignHost(host, lists)?.brand.id).toBe(id);
  });

  it.each([
    'www.paypal.com',
    'lidl.si', // the same house in another country
    'apple-farm.example',
    'push-ups.example',
    'amazonia.example',
    'apple.stackexchange.com', // a well-known house that writes about the brand
    'sparkasse-bremen.de', // one of hundreds
    'ada.github.io', // the landlord's name is no guest's claim
    'x.z13.web.core.windows.net',
    'travel-booking.example',
  ])('lets %s pass', (host) => {
    expect(brandInForeignHost(host, lists)).toBeUndefined();
  });
});

describe('ownsHost', () => {
  it('knows sub-domains, and the name under plain endings only', () => {
    expect(ownsHost(brand('paypal'), 'www.paypal.com', lists)).toBe(true);
    expect(ownsHost(brand('paypal'), 'paypal.ch', lists)).toBe(true);
    expect(ownsHost(brand('paypal'), 'paypal.support', lists)).toBe(false);
    expect(ownsHost(brand('paypal'), 'paypal.tk', lists)).toBe(false);
    expect(ownsHost(brand('paypal'), 'notpaypal.com', lists)).toBe(false);
  });

  it('gives no brand what a guest put on a shared host', () => {
    expect(ownsHost(brand('google'), 'evil.web.app', lists)).toBe(false);
    expect(ownsHost(brand('google'), 'sites.google.com', lists)).toBe(false);
  });
});

describe('sendsFrom', () => {
  it('does not take a free mailbox for its provider', () => {
    expect(sendsFrom(brand('microsoft'), 'outlook.com', lists)).toBe(false);
    expect(sendsFrom(brand('microsoft'), 'accountprotection.microsoft.com', lists)).toBe(true);
  });
});

describe('sameBrand', () => {
  it('joins the domains of one house, and not those of two', () => {
    expect(sameBrand('www.facebook.com', 'fb.me', lists)).toBe(true);
    expect(sameBrand('www.facebook.com', 'www.paypal.com', lists)).toBe(false);
  });
});
