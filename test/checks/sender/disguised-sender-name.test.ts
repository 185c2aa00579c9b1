import { describe, expect, it } from 'vitest';
import { disguisedSenderName } from '../../../src/checks/sender/disguised-sender-name.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('disguised-sender-name', () => {
  it('catches alphabets mixed in a word', () => {
    expect(runCheck(disguisedSenderName, { messages: [message({ from: 'Αmаzon <a@firm.example>' })] })).toEqual({
      name: 'Αmаzon',
    });
  });
  it('catches characters that draw nothing', () => {
    expect(
      runCheck(disguisedSenderName, { messages: [message({ from: 'Tr\u{e0139}ust Wallet <a@firm.example>' })] }),
    ).toBeDefined();
  });
  it('lets two alphabets side by side pass', () => {
    // A bilingual signature.
    expect(
      runCheck(disguisedSenderName, { messages: [message({ from: 'Иван Ivan Петров <a@firm.example>' })] }),
    ).toBeUndefined();
  });
  it('lets Japanese variants, Persian joiners and emoji pass', () => {
    // Their writing needs them.
    expect(
      runCheck(disguisedSenderName, {
        messages: [message({ from: '葛\u{e0100}城 می\u200cخواهم 👩\u200d⚕️ <a@firm.example>' })],
      }),
    ).toBeUndefined();
  });
  it('lets a unit pass', () => {
    // A Greek letter that nobody takes for a Latin one.
    expect(runCheck(disguisedSenderName, { messages: [message({ from: 'μTools <a@firm.example>' })] })).toBeUndefined();
  });
});
