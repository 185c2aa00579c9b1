import { describe, expect, it } from 'vitest';
import { callbackInDocument } from '../../../src/checks/attachment/callback-in-document.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ callback: ['your subscription has been renewed', 'if you did not authorize'] });
const BILL =
  'Your subscription has been renewed for $499.99. If you did not authorize this charge, call +1 (800) 555-0199.';
const found = (content: string, urls: string[] = [], from = 'someone@free.test') => {
  const file = attachment('invoice.pdf', { type: 'pdf', content });
  return runCheck(
    callbackInDocument,
    {
      messages: [message({ from })],
      attachments: [file],
      links: urls.map((url) => link(url, { attachment: file.id, source: 'document' })),
    },
    known,
  );
};

describe('callback-in-document', () => {
  it('catches a bill with a number', () => {
    expect(found(BILL)).toMatchObject({ name: 'invoice.pdf' });
  });
  it('lets a shop’s own bill pass', () => {
    expect(found(BILL, ['https://shop.test/orders'], 'orders@shop.test')).toBeUndefined();
  });
  it('lets a bill with one of the phrases pass, and one without a number', () => {
    expect(found('Your subscription has been renewed for $9.99. Call +1 (800) 555-0199.')).toBeUndefined();
    expect(
      found('Your subscription has been renewed for $499. If you did not authorize it, write to us.'),
    ).toBeUndefined();
  });
});
