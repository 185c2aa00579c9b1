import { describe, expect, it } from 'vitest';
import { manySmallOddnesses } from '../../../src/checks/link/many-small-oddnesses.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, link, runCheck } from '../../helpers/evidence.ts';

/** Names are taken for senseless by the letters of the shipped list. */
const known = knowledge({ lists: { popular: loadLists().popular } });

describe('many-small-oddnesses', () => {
  it.each([
    ['three at once', 'https://xv7kqz4t.top/PgVxbTA2l'],
    ['a bare number with a code and a sign-in page', 'https://203.0.113.7/login/98dfd2d3811a7535'],
  ])('catches %s', (_, url) => {
    expect(runCheck(manySmallOddnesses, { links: [link(url)] }, known)).toBeDefined();
  });
  it.each([
    ['two of them', 'https://meadow4river.top/'],
    ['a long tail of a shop', 'https://shop.test/orders/98dfd2d3811a7535'],
    ['a name in another script', 'https://xn--fiqs8s3abc-de-fg.test/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(manySmallOddnesses, { links: [link(url)] }, known)).toBeUndefined();
  });
});
