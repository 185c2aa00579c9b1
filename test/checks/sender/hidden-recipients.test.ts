import { describe, expect, it } from 'vitest';
import { hiddenRecipients } from '../../../src/checks/sender/hidden-recipients.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ 'advance-fee': ['next of kin'] });
const found = (parts: Parameters<typeof message>[0]) =>
  runCheck(hiddenRecipients, { messages: [message({ text: 'You are the next of kin.', ...parts })] }, known);

describe('hidden-recipients', () => {
  it('catches a story told to nobody in particular', () => {
    expect(found({ to: [] })).toEqual({ phrase: 'next of kin' });
    expect(found({ to: ['Undisclosed recipients'] })).toBeDefined();
  });
  it('lets a mail to a person pass', () => {
    expect(found({ to: ['ada@hospital.example'] })).toBeUndefined();
  });
  it('lets a notice pass that tells no such story, and a newsletter', () => {
    expect(found({ to: [], text: 'The canteen is closed.' })).toBeUndefined();
    expect(found({ to: [], headers: [{ name: 'list-unsubscribe', value: '<https://x.test/>' }] })).toBeUndefined();
  });
});
