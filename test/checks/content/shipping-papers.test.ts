import { describe, expect, it } from 'vitest';
import { shippingPapers } from '../../../src/checks/content/shipping-papers.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking(
  {
    'shipping-papers': ['bill of lading'],
    'look-at': ['attached', 'please confirm'],
  },
  {},
  { freeMail: new Set(['free.example']) },
);

describe('shipping-papers', () => {
  it('catches papers from a free mailbox', () => {
    const mail = message({ from: 'Desk <desk@free.example>', text: 'The bill of lading is attached, please confirm.' });
    expect(runCheck(shippingPapers, { messages: [mail], attachments: [attachment('doc.pdf')] }, known)).toBeDefined();
  });

  it('catches papers that are a program’s kind of file', () => {
    const mail = message({
      from: 'Desk <desk@forwarder.example>',
      text: 'The bill of lading is attached, please confirm.',
    });
    expect(runCheck(shippingPapers, { messages: [mail], attachments: [attachment('doc.iso')] }, known)).toBeDefined();
  });

  it('catches papers whose answers go elsewhere', () => {
    const mail = message({
      from: 'Desk <desk@forwarder.example>',
      replyTo: ['desk@other.example'],
      text: 'The bill of lading is attached.',
    });
    expect(runCheck(shippingPapers, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a partner’s PDF from its own domain pass', () => {
    const mail = message({
      from: 'Desk <desk@forwarder.example>',
      text: 'The bill of lading is attached, please confirm.',
    });
    expect(runCheck(shippingPapers, { messages: [mail], attachments: [attachment('doc.pdf')] }, known)).toBeUndefined();
  });

  it('lets papers pass that are only spoken of', () => {
    const mail = message({ from: 'Desk <desk@free.example>', text: 'We talk about the bill of lading on Monday.' });
    expect(runCheck(shippingPapers, { messages: [mail] }, known)).toBeUndefined();
  });
});
