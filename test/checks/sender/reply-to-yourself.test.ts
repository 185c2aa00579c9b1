import { describe, expect, it } from 'vitest';
import { replyToYourself } from '../../../src/checks/sender/reply-to-yourself.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

const found = (parts: Parameters<typeof message>[0]) => runCheck(replyToYourself, { messages: [message(parts)] });

describe('reply-to-yourself', () => {
  it('catches answers that come back to the reader', () => {
    expect(found({ from: 'x@evil.test', to: ['ada@hospital.example'], replyTo: ['ada@hospital.example'] })).toEqual({
      address: 'ada@hospital.example',
    });
  });
  it('lets a note to oneself pass', () => {
    const ada = 'ada@hospital.example';
    expect(found({ from: ada, to: [ada], replyTo: [ada] })).toBeUndefined();
  });
  it('lets a ticket of a house pass that answers into its own queue', () => {
    expect(found({ from: 'bot@firm.test', to: ['queue@firm.test'], replyTo: ['queue@firm.test'] })).toBeUndefined();
  });
});
