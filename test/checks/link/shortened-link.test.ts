import { describe, expect, it } from 'vitest';
import { shortenedLink } from '../../../src/checks/link/shortened-link.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('shortened-link', () => {
  it('catches a shortened link', () => {
    expect(runCheck(shortenedLink, { links: [link('https://bit.ly/3abc')] })).toEqual({ host: 'bit.ly' });
  });
  it('lets the service’s front page pass', () => {
    // It hides nothing.
    expect(runCheck(shortenedLink, { links: [link('https://bit.ly/')] })).toBeUndefined();
  });
  it('lets a host pass that only ends alike', () => {
    expect(runCheck(shortenedLink, { links: [link('https://rabbit.ly/3abc')] })).toBeUndefined();
  });
});
