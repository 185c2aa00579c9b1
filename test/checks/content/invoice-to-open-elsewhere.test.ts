import { describe, expect, it } from 'vitest';
import { invoiceToOpenElsewhere } from '../../../src/checks/content/invoice-to-open-elsewhere.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ invoice: ['invoice is overdue'] });
const text = 'Your invoice is overdue.';
const from = 'Billing <billing@firm.test>';

describe('invoice-to-open-elsewhere', () => {
  it('catches a bill that is a web page or an archive', () => {
    for (const name of ['invoice.html', 'invoice.zip']) {
      const attachments = [attachment(name)];
      expect(runCheck(invoiceToOpenElsewhere, { messages: [message({ from, text })], attachments }, known)?.place).toBe(
        name,
      );
    }
  });
  it('catches a bill on a page of somebody who is neither the sender nor known', () => {
    const links = [link('https://evil.test/i')];
    expect(runCheck(invoiceToOpenElsewhere, { messages: [message({ from, text })], links }, known)?.place).toContain(
      'evil.test',
    );
  });
  it('lets a PDF pass', () => {
    const attachments = [attachment('invoice.pdf')];
    expect(
      runCheck(invoiceToOpenElsewhere, { messages: [message({ from, text })], attachments }, known),
    ).toBeUndefined();
  });
  it('lets the supplier’s own site pass', () => {
    const links = [link('https://pay.firm.test/i')];
    expect(runCheck(invoiceToOpenElsewhere, { messages: [message({ from, text })], links }, known)).toBeUndefined();
  });
});
