import { describe, expect, it } from 'vitest';
import { taxOrSubsidy } from '../../../src/checks/content/tax-or-subsidy.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ tax: ['tax refund'] }, { tax: ['社保补贴', '退稅通知'] });

describe('tax-or-subsidy', () => {
  it('catches a refund behind a link', () => {
    const mail = message({ text: 'You have a tax refund of 230.10. Claim it.' });
    expect(runCheck(taxOrSubsidy, { messages: [mail], links: [link('https://refund.example/')] }, known)).toEqual({
      phrase: 'tax refund',
    });
  });

  it('catches a subsidy in the mainland’s and a refund in Taiwan’s writing', () => {
    const attachments = [attachment('通知.docx')];
    expect(runCheck(taxOrSubsidy, { messages: [message({ text: '社保补贴申领' })], attachments }, known)).toEqual({
      phrase: '社保补贴',
    });
    expect(runCheck(taxOrSubsidy, { messages: [message({ text: '退稅通知' })], attachments }, known)).toEqual({
      phrase: '退稅通知',
    });
  });

  it('lets the tax office pass that writes from a government’s domain', () => {
    const mail = message({ from: 'no.reply@tax.service.gov.uk', text: 'About your tax refund.' });
    expect(
      runCheck(taxOrSubsidy, { messages: [mail], links: [link('https://www.gov.uk/tax')] }, known),
    ).toBeUndefined();
  });

  it('lets a colleague pass who got one and gives nothing to click', () => {
    expect(
      runCheck(taxOrSubsidy, { messages: [message({ text: 'I got my tax refund, lunch is on me!' })] }, known),
    ).toBeUndefined();
  });
});
