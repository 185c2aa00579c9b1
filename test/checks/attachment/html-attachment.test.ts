import { describe, expect, it } from 'vitest';
import { htmlAttachment } from '../../../src/checks/attachment/html-attachment.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';

describe('html-attachment', () => {
  it('catches a web page', () => {
    expect(
      runCheck(htmlAttachment, {
        attachments: [attachment('remittance.shtml', { type: 'html' })],
        messages: [message({ from: 'a@b.example' })],
      }),
    ).toEqual({ name: 'remittance.shtml' });
  });

  it('catches a web page that its name hides, reported alone', () => {
    expect(
      runCheck(htmlAttachment, { attachments: [attachment('remittance.dat', { type: 'html', message: undefined })] }),
    ).toEqual({ name: 'remittance.dat' });
  });

  it('lets the second copy of a text that some programs send inline pass', () => {
    expect(
      runCheck(htmlAttachment, {
        attachments: [attachment('body.html', { type: 'html', inline: true })],
        messages: [message()],
      }),
    ).toBeUndefined();
  });

  it('lets what a mailing list’s archive names so pass', () => {
    expect(
      runCheck(htmlAttachment, {
        attachments: [attachment('attachment-0001.html', { type: 'html' })],
        messages: [message()],
      }),
    ).toBeUndefined();
  });

  it('lets a delivery report pass', () => {
    expect(
      runCheck(htmlAttachment, {
        attachments: [attachment('details.html', { type: 'html' })],
        messages: [message({ from: 'mailer-daemon@mx.example' })],
      }),
    ).toBeUndefined();
  });

  it('lets a document pass', () => {
    expect(
      runCheck(htmlAttachment, { attachments: [attachment('letter.pdf', { type: 'pdf' })], messages: [message()] }),
    ).toBeUndefined();
  });
});
