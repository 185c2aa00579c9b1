import { describe, expect, it } from 'vitest';
import { replyToOtherFreeMail } from '../../../src/checks/sender/reply-to-other-free-mail.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('reply-to-other-free-mail', () => {
  it('catches a second free mailbox of another name', () => {
    expect(
      runCheck(replyToOtherFreeMail, {
        messages: [message({ from: 'barrister.john@gmail.com', replyTo: ['claims-office@qq.com'] })],
      }),
    ).toEqual({ from: 'barrister.john@gmail.com', replyTo: 'claims-office@qq.com' });
  });
  it('lets one person’s two mailboxes pass', () => {
    // People move; dots and plus tags do not matter.
    expect(
      runCheck(replyToOtherFreeMail, {
        messages: [message({ from: 'ada.chen@gmail.com', replyTo: ['adachen+x@qq.com'] })],
      }),
    ).toBeUndefined();
  });
  it('lets the same address pass', () => {
    expect(
      runCheck(replyToOtherFreeMail, { messages: [message({ from: 'ada@gmail.com', replyTo: ['ada@gmail.com'] })] }),
    ).toBeUndefined();
  });
  it('lets a mailing list pass', () => {
    // Groups set it so that answers go to all.
    expect(
      runCheck(replyToOtherFreeMail, {
        messages: [
          message({
            from: 'ada@gmail.com',
            replyTo: ['group@qq.com'],
            headers: [{ name: 'list-id', value: '<group>' }],
          }),
        ],
      }),
    ).toBeUndefined();
  });
});
