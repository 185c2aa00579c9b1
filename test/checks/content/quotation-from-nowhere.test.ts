import { describe, expect, it } from 'vitest';
import { quotationFromNowhere } from '../../../src/checks/content/quotation-from-nowhere.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  { quotation: ['best price', 'purchase order', 'kindly quote'] },
  {},
  { freeMail: new Set(['freemail.test']) },
);
const text = 'Kindly quote your best price for the purchase order in the attachment.';
const file = attachment('order.pdf');
const found = (parts: Parameters<typeof message>[0]) =>
  runCheck(quotationFromNowhere, { messages: [message({ text, ...parts })], attachments: [file] }, known);

describe('quotation-from-nowhere', () => {
  it('catches a firm in a free mailbox', () => {
    expect(found({ from: 'Brightmed Ltd <brightmed@freemail.test>' })?.doubt).toContain('free mailbox');
  });
  it('catches a firm whose answers go elsewhere', () => {
    expect(found({ from: 'a@firm.test', replyTo: ['b@other.test'] })?.doubt).toContain('other.test');
  });
  it('lets a customer pass who writes from the firm', () => {
    expect(found({ from: 'Ada <ada@firm.test>', replyTo: ['ada@mail.firm.test'] })).toBeUndefined();
  });
  it('lets a colleague pass who answers from a free mailbox in a thread', () => {
    expect(found({ from: 'Ada <ada@freemail.test>', isReply: true, subject: 'Re: order' })).toBeUndefined();
  });
  it('lets one phrase alone pass', () => {
    const mail = { from: 'Ada <ada@freemail.test>', text: 'Where do you get the best price for apples?' };
    expect(found(mail)).toBeUndefined();
  });
});
