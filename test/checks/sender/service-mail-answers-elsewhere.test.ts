import { describe, expect, it } from 'vitest';
import { serviceMailAnswersElsewhere } from '../../../src/checks/sender/service-mail-answers-elsewhere.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

const found = (parts: Parameters<typeof message>[0]) =>
  runCheck(serviceMailAnswersElsewhere, { messages: [message(parts)] });

describe('service-mail-answers-elsewhere', () => {
  it('catches a payment service whose answers go to a free mailbox', () => {
    expect(found({ from: 'service@paypal.com', replyTo: ['pay.desk@gmail.com'] })).toEqual({
      brand: 'PayPal',
      replyTo: 'pay.desk@gmail.com',
    });
  });
  it('lets the service itself pass', () => {
    expect(found({ from: 'service@paypal.com', replyTo: ['help@paypal.com'] })).toBeUndefined();
  });
  it('lets a customer’s own domain pass', () => {
    expect(found({ from: 'service@paypal.com', replyTo: ['billing@firm.test'] })).toBeUndefined();
  });
});
