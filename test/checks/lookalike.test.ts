import { describe, expect, it } from 'vitest';
import { imitatedBrand } from '../../src/checks/imitation.ts';
import { likeness } from '../../src/checks/lookalike.ts';
import { loadLists } from '../../src/data/load.ts';
import { knowledge } from '../helpers/evidence.ts';

describe('likeness', () => {
  it.each([
    ['paypa1.com', 'paypal.com', 'same-letters'],
    ['rnicrosoft.com', 'microsoft.com', 'same-letters'],
    ['xn--1-7sba6dbr.com', 'paypal.com', 'same-letters'], // раура1 in Cyrillic
    ['gooogle.com', 'google.com', 'typo'],
    ['micorsoft.com', 'microsoft.com', 'typo'],
    ['nhc-gov.example', 'nhc.gov.cn', 'dots-to-hyphens'],
    ['nhcgov.example', 'nhc.gov.cn', 'dots-to-hyphens'],
    ['paypal-com.example', 'paypal.com', 'dots-to-hyphens'],
    ['hospital.test', 'hospital.example', 'other-ending'],
    ['paypal.com', 'paypal.com', undefined],
    ['dhi.com', 'dhl.com', undefined], // too short for a slip to mean anything
    ['ample.com', 'maple.org', 'typo'],
    ['', 'paypal.com', undefined],
  ])('%s is to %s: %s', (domain, real, found) => {
    expect(likeness(domain, real)).toBe(found);
  });
});

describe('imitatedBrand', () => {
  const lists = loadLists();
  const { organisation } = knowledge();

  it.each([
    ['trust-wallet.com', 'trustwallet.com'],
    ['xn--robnhood-e2a.com', 'robinhood.com'],
    ['bunkofamerica.com', 'bankofamerica.com'],
    ['ebay-co-uk.com', 'ebay.co.uk'],
    ['nhc-gov.example', 'nhc.gov.cn'],
  ])('%s imitates %s', (domain, real) => {
    expect(imitatedBrand(domain, lists, organisation)).toBe(real);
  });

  it.each([
    'paypal.com',
    'wilton.com', // one letter from a hotel, and a word
    '7digital.com',
    'coreos.com',
    'direct.buy',
    'thread.run',
    'mercadolivre.pt', // one letter from a name of the same house
    'google.de',
  ])('%s imitates nobody', (domain) => {
    expect(imitatedBrand(domain, lists, organisation)).toBeUndefined();
  });
});
