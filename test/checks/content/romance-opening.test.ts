import { describe, expect, it } from 'vitest';
import { romanceOpening } from '../../../src/checks/content/romance-opening.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  feelings: ['honest man', 'your profile', 'lonely'],
  faraway: ['army', 'syria'],
  answer: ['reply to me', 'let me know', 'send me'],
});

describe('romance-opening', () => {
  it('catches a soldier who has seen a profile', () => {
    const mail = message({ text: 'I am with the army in Syria, I saw your profile and seek an honest man.' });
    expect(runCheck(romanceOpening, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches a shorter one that wants an answer', () => {
    const mail = message({ text: 'I saw your profile and I am lonely. Reply to me, I serve in Syria.' });
    expect(runCheck(romanceOpening, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a friend’s letter pass', () => {
    const mail = message({ text: 'The winter here makes me lonely. My brother left the army last week.' });
    expect(runCheck(romanceOpening, { messages: [mail] }, known)).toBeUndefined();
  });
});
