import { describe, expect, it } from 'vitest';
import { disposableSender } from '../../../src/checks/sender/disposable-sender.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('disposable-sender', () => {
  it('catches a throw-away sender', () => {
    expect(runCheck(disposableSender, { messages: [message({ from: 'a@mailinator.com' })] })).toEqual({
      address: 'a@mailinator.com',
    });
  });
  it('catches a throw-away Reply-To', () => {
    expect(
      runCheck(disposableSender, { messages: [message({ from: 'a@firm.example', replyTo: ['b@eu.mailinator.com'] })] }),
    ).toBeDefined();
  });
  it('lets a free mailbox pass', () => {
    // Free is not throw-away.
    expect(runCheck(disposableSender, { messages: [message({ from: 'a@gmail.com' })] })).toBeUndefined();
  });
  it('lets a domain pass that only contains the name', () => {
    // It lies under firm.example.
    expect(
      runCheck(disposableSender, { messages: [message({ from: 'a@mailinator.com.firm.example' })] }),
    ).toBeUndefined();
  });
});
