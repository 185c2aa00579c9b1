import { describe, expect, it } from 'vitest';
import { greetedByAddress } from '../../../src/checks/content/greeted-by-address.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('greeted-by-address', () => {
  it('catches a greeting by the reader’s address', () => {
    const mail = message({ to: ['ada@hospital.example'], text: 'Dear Ada@hospital.example,\nyour mailbox…' });
    expect(runCheck(greetedByAddress, { messages: [mail] })).toEqual({ address: 'Ada@hospital.example' });
  });

  it('catches it in Chinese', () => {
    const mail = message({ to: ['ada@hospital.example'], text: '尊敬的 ada@hospital.example：' });
    expect(runCheck(greetedByAddress, { messages: [mail] })).toBeDefined();
  });

  it('lets a name pass', () => {
    const mail = message({ to: ['ada@hospital.example'], text: 'Dear Ada, write to ada@hospital.example' });
    expect(runCheck(greetedByAddress, { messages: [mail] })).toBeUndefined();
  });

  it('lets another person’s address pass: that is a mention', () => {
    const mail = message({ to: ['ada@hospital.example'], text: 'Hi ben@hospital.example and others' });
    expect(runCheck(greetedByAddress, { messages: [mail] })).toBeUndefined();
  });
});
