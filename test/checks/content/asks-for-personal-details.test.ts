import { describe, expect, it } from 'vitest';
import { asksForPersonalDetails } from '../../../src/checks/content/asks-for-personal-details.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(asksForPersonalDetails, { messages: [message(parts)] }, known);

describe('asks-for-personal-details', () => {
  it('catches a list of what a stranger wants to know', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Send your full name, address, phone number, age and occupation.',
      }),
    ).toBeDefined();
  });
  it('catches it in Spanish', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Envíe su nombre completo, dirección, teléfono, edad y ocupación.',
      }),
    ).toBeDefined();
  });
  it('lets a signature pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Kind regards, Ann Doe. Address: 14 Mill Lane. Phone: 555 0100. Fax: 555 0101. Mobile: 555 0102. City: Leeds',
      }),
    ).toBeUndefined();
  });
  it('lets one who asks for one thing pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Please tell me your date of birth so that I can find your file.',
      }),
    ).toBeUndefined();
  });
});
