import { describe, expect, it } from 'vitest';
import { scanToContinue } from '../../../src/checks/content/scan-to-continue.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ credential: ['multi-factor authentication'] }, { tax: ['社保补贴'] });

describe('scan-to-continue', () => {
  it('catches a code for an account', () => {
    const mail = message({ pictures: 1, text: 'Renew multi-factor authentication: scan the QR code below.' });
    expect(runCheck(scanToContinue, { messages: [mail] }, known)).toEqual({ phrase: 'multi-factor authentication' });
  });

  it('catches a subsidy by code in an attachment, in Chinese', () => {
    const mail = message({ text: '社保补贴,请扫描下方二维码办理' });
    expect(runCheck(scanToContinue, { messages: [mail], attachments: [attachment('通知.docx')] }, known)).toEqual({
      phrase: '社保补贴',
    });
  });

  it('catches a code that was read, whatever shows it', () => {
    const mail = message({ text: 'Multi-factor authentication ends. Scan this code.' });
    expect(
      runCheck(scanToContinue, { messages: [mail], links: [link('https://mfa.example/', { source: 'qr' })] }, known),
    ).toBeDefined();
  });

  it('catches a code of a stranger without a word about scanning', () => {
    const mail = message({ from: 'it@firm.test', text: 'Renew multi-factor authentication today.' });
    const links = [link('https://mfa.evil.test/', { source: 'qr' })];
    expect(runCheck(scanToContinue, { messages: [mail], links }, known)).toBeDefined();
    const own = [link('https://mfa.firm.test/', { source: 'qr' })];
    expect(runCheck(scanToContinue, { messages: [mail], links: own }, known)).toBeUndefined();
  });

  it('lets a code pass that leads to a page to follow: no story', () => {
    expect(
      runCheck(scanToContinue, { messages: [message({ pictures: 1, text: '扫码关注我们' })] }, known),
    ).toBeUndefined();
  });

  it('lets advice pass that shows no code', () => {
    const mail = message({ text: 'For multi-factor authentication, scan the QR code at the IT desk.' });
    expect(runCheck(scanToContinue, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets the story pass without a code', () => {
    const mail = message({ pictures: 1, text: 'We now use multi-factor authentication.' });
    expect(runCheck(scanToContinue, { messages: [mail] }, known)).toBeUndefined();
  });
});
