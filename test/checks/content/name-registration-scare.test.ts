import { describe, expect, it } from 'vitest';
import { nameRegistrationScare } from '../../../src/checks/content/name-registration-scare.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  registry: ['domain names', 'trademark'],
  claimed: ['applied to register', 'publication fee'],
  answer: ['reply to me', 'let me know', 'send me'],
  deadline: ['within 7 days'],
});

describe('name-registration-scare', () => {
  it('catches another company that wants the name', () => {
    const mail = message({
      text: 'A company applied to register your domain names in Asia. Let me know within 7 days.',
    });
    expect(runCheck(nameRegistrationScare, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches a fee for a register', () => {
    const mail = message({ text: 'Your trademark will be entered once the publication fee is paid within 7 days.' });
    expect(runCheck(nameRegistrationScare, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a lawyer’s note pass that wants nothing', () => {
    const mail = message({ text: 'We applied to register the trademark as agreed; the office writes in May.' });
    expect(runCheck(nameRegistrationScare, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a registrar’s renewal pass', () => {
    const mail = message({ text: 'Your domain names were renewed. Let me know if anything is missing.' });
    expect(runCheck(nameRegistrationScare, { messages: [mail] }, known)).toBeUndefined();
  });
});
