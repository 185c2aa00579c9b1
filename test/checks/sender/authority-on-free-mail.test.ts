import { describe, expect, it } from 'vitest';
import { authorityOnFreeMail } from '../../../src/checks/sender/authority-on-free-mail.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('authority-on-free-mail', () => {
  it('catches a brand in a free mailbox', () => {
    expect(
      runCheck(authorityOnFreeMail, { messages: [message({ from: 'DHL Express <dhl.parcel77@gmail.com>' })] }),
    ).toEqual({ name: 'DHL Express', address: 'dhl.parcel77@gmail.com' });
  });
  it('catches a health authority in a free mailbox', () => {
    expect(
      runCheck(authorityOnFreeMail, { messages: [message({ from: '国家卫生健康委员会 <nhc2020@qq.com>' })] }),
    ).toBeDefined();
  });
  it('lets a private person pass who writes about the brand', () => {
    // Only the name counts, not the subject.
    expect(
      runCheck(authorityOnFreeMail, {
        messages: [message({ from: 'Ada Chen <ada@gmail.com>', subject: 'My PayPal account' })],
      }),
    ).toBeUndefined();
  });
  it('lets an ordinary name pass that is also a brand', () => {
    // Short names count only beside words of office.
    expect(
      runCheck(authorityOnFreeMail, { messages: [message({ from: 'Dhl Smithers <dhl.smithers@gmail.com>' })] }),
    ).toBeUndefined();
  });
});
