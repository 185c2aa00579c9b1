import { describe, expect, it } from 'vitest';
import { replyToFreeMail } from '../../../src/checks/sender/reply-to-free-mail.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('reply-to-free-mail', () => {
  it('catches a company whose answers go to a free mailbox', () => {
    expect(
      runCheck(replyToFreeMail, { messages: [message({ from: 'ceo@firm.example', replyTo: ['ceo.firm@gmail.com'] })] }),
    ).toEqual({ from: 'ceo@firm.example', replyTo: 'ceo.firm@gmail.com' });
  });
  it('catches a throw-away mailbox', () => {
    expect(
      runCheck(replyToFreeMail, { messages: [message({ from: 'ceo@firm.example', replyTo: ['x@mailinator.com'] })] }),
    ).toBeDefined();
  });
  it('lets a mailing list pass', () => {
    // Lists that rewrite From put the writer there.
    expect(
      runCheck(replyToFreeMail, {
        messages: [
          message({
            from: 'list@lists.example',
            replyTo: ['ada@gmail.com'],
            headers: [{ name: 'list-post', value: '<mailto:list@lists.example>' }],
          }),
        ],
      }),
    ).toBeUndefined();
  });
  it('lets a private person pass', () => {
    expect(
      runCheck(replyToFreeMail, { messages: [message({ from: 'ada@gmail.com', replyTo: ['ada@gmail.com'] })] }),
    ).toBeUndefined();
  });
});
