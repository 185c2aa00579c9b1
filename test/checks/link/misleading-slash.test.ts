import { describe, expect, it } from 'vitest';
import { misleadingSlash } from '../../../src/checks/link/misleading-slash.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('misleading-slash', () => {
  it('catches a slash that is none', () => {
    expect(
      runCheck(misleadingSlash, {
        links: [link('https://evil.test/x', { original: 'https://paypal.com\u2215login.evil.test/x' })],
      }),
    ).toEqual({ host: 'evil.test' });
  });
  it('lets such characters pass after the host', () => {
    // In a title they deceive nobody.
    expect(
      runCheck(misleadingSlash, { links: [link('https://firm.test/', { original: 'https://firm.test/a\u2215b' })] }),
    ).toBeUndefined();
  });
  it('lets a Chinese keyboard’s dot pass', () => {
    // The browser folds it.
    expect(
      runCheck(misleadingSlash, { links: [link('https://firm.test/', { original: 'https://firm。test/' })] }),
    ).toBeUndefined();
  });
});
