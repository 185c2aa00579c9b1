import { describe, expect, it } from 'vitest';
import { mixedLetters } from '../../../src/checks/content/mixed-letters.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('mixed-letters', () => {
  it('catches Cyrillic letters in Latin words', () => {
    const mail = message({ text: 'Yоur раssword will ехpire' }); // о, р, а, е and х are Cyrillic
    expect(runCheck(mixedLetters, { messages: [mail] })).toEqual({ word: 'Yоur' });
  });

  it('catches letters from farther away', () => {
    const mail = message({ text: 'Սрⅾаtе your Ꭱеtսrոѕ' }); // Armenian, Cherokee, a Roman numeral
    expect(runCheck(mixedLetters, { messages: [mail] })).toBeDefined();
  });

  it('lets Russian pass, with Latin words in it', () => {
    const mail = message({ text: 'Пароль от Outlook и Teams истекает, обратитесь в IT' });
    expect(runCheck(mixedLetters, { messages: [mail] })).toBeUndefined();
  });

  it('lets foreign endings on Latin words pass: nothing is hidden there', () => {
    const mail = message({ text: 'Открой Wordом и Excelем, потом Teamsе́' });
    expect(runCheck(mixedLetters, { messages: [mail] })).toBeUndefined();
  });

  it('lets one slip of a bilingual keyboard pass', () => {
    expect(runCheck(mixedLetters, { messages: [message({ text: 'The patiеnt in bed 3' })] })).toBeUndefined();
  });
});
