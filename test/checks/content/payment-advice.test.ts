import { describe, expect, it } from 'vitest';
import { paymentAdvice } from '../../../src/checks/content/payment-advice.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking(
  {
    'payment-proof': ['swift copy'],
    'look-at': ['attached', 'please confirm'],
  },
  {},
  { freeMail: new Set(['free.example']) },
);

describe('payment-advice', () => {
  it('catches papers from a free mailbox', () => {
    const mail = message({ from: 'Desk <desk@free.example>', text: 'The swift copy is attached, please confirm.' });
    expect(runCheck(paymentAdvice, { messages: [mail], attachments: [attachment('doc.pdf')] }, known)).toBeDefined();
  });

  it('catches papers that are a program’s kind of file', () => {
    const mail = message({
      from: 'Desk <desk@forwarder.example>',
      text: 'The swift copy is attached, please confirm.',
    });
    expect(runCheck(paymentAdvice, { messages: [mail], attachments: [attachment('doc.iso')] }, known)).toBeDefined();
  });

  it('catches papers whose answers go elsewhere', () => {
    const mail = message({
      from: 'Desk <desk@forwarder.example>',
      replyTo: ['desk@other.example'],
      text: 'The swift copy is attached.',
    });
    expect(runCheck(paymentAdvice, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a partner’s PDF from its own domain pass', () => {
    const mail = message({
      from: 'Desk <desk@forwarder.example>',
      text: 'The swift copy is attached, please confirm.',
    });
    expect(runCheck(paymentAdvice, { messages: [mail], attachments: [attachment('doc.pdf')] }, known)).toBeUndefined();
  });

  it('lets papers pass that are only spoken of', () => {
    const mail = message({ from: 'Desk <desk@free.example>', text: 'We talk about the swift copy on Monday.' });
    expect(runCheck(paymentAdvice, { messages: [mail] }, known)).toBeUndefined();
  });
});
