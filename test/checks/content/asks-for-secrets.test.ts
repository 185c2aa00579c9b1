import { describe, expect, it } from 'vitest';
import { asksForSecrets } from '../../../src/checks/content/asks-for-secrets.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  secret: ['password', 'pin'],
  give: ['enter', 'send us'],
  mailbox: ['mailbox'],
  full: ['full'],
  deadline: ['today'],
});

describe('asks-for-secrets', () => {
  it('catches a password wanted for a full mailbox today', () => {
    const mail = message({ text: 'Your mailbox is full. Enter your password today or lose it.' });
    expect(runCheck(asksForSecrets, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a mail pass that says what nobody will ask for', () => {
    const mail = message({ text: 'Your mailbox is full since today. We never ask you to enter your password.' });
    expect(runCheck(asksForSecrets, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets the same pass in German words', () => {
    const mail = message({ text: 'Your mailbox is full today. Niemand will: enter your password.' });
    expect(runCheck(asksForSecrets, { messages: [mail] }, known)).toBeUndefined();
  });

  it.each(['我们不会要求', 'お尋ねすることはありません', '묻지 않습니다'])(
    'lets the same pass where it says %s',
    (denied) => {
      const mail = message({ text: `Your mailbox is full today. Enter your password: ${denied}` });
      expect(runCheck(asksForSecrets, { messages: [mail] }, known)).toBeUndefined();
    },
  );

  it('lets a sign-up pass that threatens nothing', () => {
    const mail = message({ text: 'Enter a password of ten letters to finish.' });
    expect(runCheck(asksForSecrets, { messages: [mail] }, known)).toBeUndefined();
  });
});
