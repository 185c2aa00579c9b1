import { describe, expect, it } from 'vitest';
import { mentionsIn, ownMentionsIn } from '../../src/checks/brand-mentions.ts';
import { foldText } from '../../src/checks/lures.ts';
import type { Brand } from '../../src/model.ts';
import { knowledge } from '../helpers/evidence.ts';

const brands: Brand[] = [
  { id: 'netflix', names: ['Netflix'], domains: ['netflix.com'], kind: 'other' },
  { id: 'bank', names: ['Bank of Elbonia', 'Elbonia'], domains: ['elbonia.example'], kind: 'bank' },
  { id: 'card', names: ['エルボニアカード'], domains: ['card.example'], kind: 'payment' },
  { id: 'apple', names: ['Apple', 'Apple ID'], domains: ['apple.com'], kind: 'software' },
  { id: 'xy', names: ['XY'], domains: ['xy.example'], kind: 'other' },
];
const ids = (text: string) => mentionsIn(foldText(text), brands).map(({ brand, name }) => `${brand.id}:${name}`);

describe('mentionsIn', () => {
  it('finds names in any spelling that only a filter trips over', () => {
    expect(ids('NETFLIX, Nеtflix and N\u200betflix')).toEqual([
      'netflix:Netflix',
      'netflix:Netflix',
      'netflix:Netflix',
    ]);
  });
  it('finds names in scripts without blanks', () => {
    expect(ids('いつもエルボニアカードをご利用')).toEqual(['card:エルボニアカード']);
  });
  it('takes the longest of those that overlap', () => {
    expect(ids('the Bank of Elbonia writes')).toEqual(['bank:Bank of Elbonia']);
  });
  it('lets parts of words, hosts and addresses pass', () => {
    expect(ids('netflixed, netflix.com, www.netflix.com, x@netflix, https://a.example/netflix')).toEqual([]);
  });
  it('lets ordinary words and short names pass: they stand for other things too', () => {
    expect(ids('an apple a day, XY and z')).toEqual([]);
    expect(ids('your Apple ID')).toEqual(['apple:Apple ID']);
  });
  it('tells a bounded number', () => {
    expect(ids('Netflix '.repeat(5000)).length).toBeLessThanOrEqual(200);
  });
});

describe('ownMentionsIn', () => {
  it('finds the organisation by the names that are configured', () => {
    const { organisation } = knowledge();
    expect(ownMentionsIn(foldText('RIVERSIDE Hospital'), organisation)).toHaveLength(1);
    expect(ownMentionsIn(foldText('Riverside Hospitality'), organisation)).toHaveLength(0);
  });
});
