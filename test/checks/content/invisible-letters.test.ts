import { describe, expect, it } from 'vitest';
import { invisibleLetters } from '../../../src/checks/content/invisible-letters.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('invisible-letters', () => {
  it('catches zero-width characters inside words', () => {
    const mail = message({ text: 'Your pass\u200bword ex\u200bpires' });
    expect(runCheck(invisibleLetters, { messages: [mail] })).toEqual({ word: 'pass·word' });
  });

  it('catches selectors of letter variants, which pass for nothing', () => {
    const mail = message({ subject: 'your b\u{e0139}a\u{e0139}n\u{e0139}k c\u{e0139}ard' });
    expect(runCheck(invisibleLetters, { messages: [mail] })).toBeDefined();
  });

  it('catches a soft hyphen after every letter', () => {
    const mail = message({ text: 'P\u00ada\u00ads\u00ads\u00adword and v\u00ade\u00adr\u00adify' });
    expect(runCheck(invisibleLetters, { messages: [mail] })).toBeDefined();
  });

  it('lets a single stray character pass', () => {
    expect(runCheck(invisibleLetters, { messages: [message({ text: 'The re\u200bport is ready' })] })).toBeUndefined();
  });

  it('lets honest hyphenation pass', () => {
    const mail = message({ text: 'Kranken\u00adhaus\u00adverwaltung und Kranken\u00adversicherung' });
    expect(runCheck(invisibleLetters, { messages: [mail] })).toBeUndefined();
  });

  it('lets joiners in emoji and in Persian pass, and padding between words', () => {
    const mail = message({
      text: '👩\u200d⚕️ می\u200cخواهم نمی\u200cدانم \u200c \u200c News \u200b today \u200b again',
    });
    expect(runCheck(invisibleLetters, { messages: [mail] })).toBeUndefined();
  });
});
