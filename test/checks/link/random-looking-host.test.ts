import { describe, expect, it } from 'vitest';
import { randomLookingHost } from '../../../src/checks/link/random-looking-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('random-looking-host', () => {
  it('catches a made-up domain', () => {
    expect(runCheck(randomLookingHost, { links: [link('https://xk7q2vz9pjw4.test/')] })).toEqual({
      host: 'xk7q2vz9pjw4.test',
    });
  });
  it('catches a made-up site on a shared host', () => {
    expect(runCheck(randomLookingHost, { links: [link('https://xk7q2vz9pjw4.pages.dev/')] })).toBeDefined();
  });
  it('lets machine-made sub-domains pass', () => {
    // Content networks number their hosts.
    expect(runCheck(randomLookingHost, { links: [link('https://xk7q2vz9pjw4.cdn.test/')] })).toBeUndefined();
  });
  it('lets words pass', () => {
    expect(runCheck(randomLookingHost, { links: [link('https://strengthlengths.test/')] })).toBeUndefined();
  });
});
