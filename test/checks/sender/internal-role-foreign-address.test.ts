import { describe, expect, it } from 'vitest';
import { internalRoleForeignAddress } from '../../../src/checks/sender/internal-role-foreign-address.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('internal-role-foreign-address', () => {
  it('catches a foreign help desk that wants a password', () => {
    expect(
      runCheck(internalRoleForeignAddress, {
        messages: [message({ from: 'IT Helpdesk <it@desk.example>', text: 'Your password expires today.' })],
      }),
    ).toEqual({ name: 'IT Helpdesk', address: 'it@desk.example' });
  });
  it('catches an administrator in Chinese', () => {
    expect(
      runCheck(internalRoleForeignAddress, {
        messages: [message({ from: '邮箱管理员 <it@desk.example>', text: '您的密码过期' })],
      }),
    ).toBeDefined();
  });
  it('lets a vendor’s support pass that asks for nothing', () => {
    // Vendors too have a support team.
    expect(
      runCheck(internalRoleForeignAddress, {
        messages: [message({ from: 'IT Support <support@vendor.example>', text: 'Your ticket 77 was closed.' })],
      }),
    ).toBeUndefined();
  });
  it('lets one’s own help desk pass', () => {
    expect(
      runCheck(internalRoleForeignAddress, {
        messages: [message({ from: 'IT Helpdesk <it@hospital.example>', text: 'Your password expires today.' })],
      }),
    ).toBeUndefined();
  });
});
