import { describe, expect, it } from 'vitest';
import { riskyEndingLink } from '../../../src/checks/link/risky-ending-link.ts';
import { knowledge, link, runCheck } from '../../helpers/evidence.ts';

describe('risky-ending-link', () => {
  it('catches a cheap ending', () => {
    expect(runCheck(riskyEndingLink, { links: [link('https://gifts.top/x')] })).toEqual({
      host: 'gifts.top',
      ending: 'top',
    });
  });
  it('lets plain endings pass', () => {
    // top is the name here.
    expect(runCheck(riskyEndingLink, { links: [link('https://top.example/')] })).toBeUndefined();
  });
  it('lets a well-known site pass', () => {
    expect(
      runCheck(
        riskyEndingLink,
        { links: [link('https://abc.xyz/')] },
        knowledge({ lists: { popular: new Map([['abc.xyz', 9]]) } }),
      ),
    ).toBeUndefined();
  });
});
