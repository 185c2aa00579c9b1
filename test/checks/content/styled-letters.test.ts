import { describe, expect, it } from 'vitest';
import { styledLetters } from '../../../src/checks/content/styled-letters.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('styled-letters', () => {
  it('catches a sentence in styled letters', () => {
    const text = '𝗬𝗼𝘂𝗿 𝗮𝗰𝗰𝗼𝘂𝗻𝘁 𝗺𝘂𝘀𝘁 𝗯𝗲 𝘃𝗲𝗿𝗶𝗳𝗶𝗲𝗱';
    expect(runCheck(styledLetters, { messages: [message({ text })] })).toEqual({ word: 'Your' });
  });
  it('lets a styled word pass', () => {
    expect(runCheck(styledLetters, { messages: [message({ subject: '𝗦𝗮𝗹𝗲 in our shop' })] })).toBeUndefined();
  });
  it('lets plain and foreign text pass', () => {
    expect(
      runCheck(styledLetters, { messages: [message({ text: 'Guten Tag, 您好, добрый день, E = mc²' })] }),
    ).toBeUndefined();
  });
});
