import { describe, expect, it } from 'vitest';
import { replyToElsewhere } from '../../../src/checks/sender/reply-to-elsewhere.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('reply-to-elsewhere', () => {
  it('catches answers that go to another house', () => {
    expect(
      runCheck(replyToElsewhere, { messages: [message({ from: 'ada@firm.example', replyTo: ['ada@other.test'] })] }),
    ).toEqual({ from: 'ada@firm.example', replyTo: 'ada@other.test' });
  });
  it('lets a newsletter pass', () => {
    // Bulk software collects answers elsewhere.
    expect(
      runCheck(replyToElsewhere, {
        messages: [
          message({
            from: 'news@firm.example',
            replyTo: ['reply@other.test'],
            headers: [{ name: 'list-unsubscribe', value: '<mailto:u@firm.example>' }],
          }),
        ],
      }),
    ).toBeUndefined();
  });
  it('lets a mailing list pass', () => {
    // Lists set it so that answers go to all.
    expect(
      runCheck(replyToElsewhere, {
        messages: [
          message({
            from: 'ada@firm.example',
            replyTo: ['list@lists.test'],
            headers: [{ name: 'list-id', value: '<list.lists.test>' }],
          }),
        ],
      }),
    ).toBeUndefined();
  });
  it('lets two domains of one brand pass', () => {
    expect(
      runCheck(replyToElsewhere, { messages: [message({ from: 'a@microsoft.com', replyTo: ['b@office.com'] })] }),
    ).toBeUndefined();
  });
  it('lets an answer pass that goes to a colleague', () => {
    // A service sends in her name.
    expect(
      runCheck(replyToElsewhere, {
        messages: [message({ from: 'scan@vendor.example', replyTo: ['ada@hospital.example'] })],
      }),
    ).toBeUndefined();
  });
  it('lets a mailing service pass', () => {
    expect(
      runCheck(replyToElsewhere, {
        messages: [message({ from: 'shop@firm.example', replyTo: ['r1@inbound.sendgrid.net'] })],
      }),
    ).toBeUndefined();
  });
});
