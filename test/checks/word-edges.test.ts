import { describe, expect, it } from 'vitest';
import { isMark, isUnspaced, isWithinName, isWithinWord } from '../../src/checks/word-edges.ts';

describe('word edges', () => {
  it('lie between a letter and what is none, and at both ends of a text', () => {
    expect([0, 1, 2, 3].map((at) => isWithinWord('a1 b', at))).toEqual([false, true, false, false]);
    expect(isWithinWord('ab', 2)).toBe(false);
    expect(isWithinWord('', 0)).toBe(false);
  });

  it('lie between all letters of a script without blanks', () => {
    expect(isWithinWord('密码', 1)).toBe(false);
    expect(isWithinWord('a密', 1)).toBe(false);
    expect(isUnspaced('密码', 0)).toBe(true);
    expect(isUnspaced('пароль', 0)).toBe(false);
  });

  it('do not part the names of programs at a low line', () => {
    expect(isWithinWord('my_paypal', 3)).toBe(false);
    expect(isWithinName('my_paypal', 3)).toBe(true);
  });

  it('are not in front of a mark that changes the letter before it', () => {
    expect(isMark('กำ', 1)).toBe(true);
    expect(isMark('कि', 1)).toBe(true);
    expect(isMark('ab', 1)).toBe(false);
    expect(isMark('ab', 2)).toBe(false);
  });
});
