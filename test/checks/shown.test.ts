import { describe, expect, it } from 'vitest';
import { shownSite } from '../../src/checks/shown.ts';

describe('shownSite', () => {
  it.each([
    ['https://www.paypal.com/login', 'www.paypal.com'],
    ['Sign in at https://paypal.com now', 'paypal.com'],
    ['paypal.com', 'paypal.com'],
    ['www.bücher.example.', 'www.xn--bcher-kva.example'],
    ['pay\u200bpal.com', 'paypal.com'],
    ['www.readme.md', 'www.readme.md'],
  ])('reads %j as %s', (shown, host) => {
    expect(shownSite(shown)?.host).toBe(host);
  });

  it.each(['Click here', 'README.md', 'setup.py', 'ada@paypal.com', 'Node.js 24', '3.14', 'St. John', '192.0.2.1', ''])(
    'finds no site in %j',
    (shown) => {
      expect(shownSite(shown)).toBeUndefined();
    },
  );

  it('is quick on text made to be slow', () => {
    const from = performance.now();
    shownSite('a.'.repeat(100_000));
    shownSite(`${'www.'.repeat(500)}!`);
    shownSite('http://'.repeat(10_000));
    expect(performance.now() - from).toBeLessThan(200);
  });
});
