import { describe, expect, it } from 'vitest';
import { htmlAttachmentPasswordForm } from '../../../src/checks/attachment/html-attachment-password-form.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('html-attachment-password-form', () => {
  it('catches a page that asks for a password', () => {
    expect(
      runCheck(htmlAttachmentPasswordForm, {
        attachments: [attachment('signin.html', { type: 'html', traits: ['html-password-form'] })],
      }),
    ).toEqual({ name: 'signin.html' });
  });

  it('lets a form for an order pass', () => {
    expect(
      runCheck(htmlAttachmentPasswordForm, { attachments: [attachment('order.html', { type: 'html' })] }),
    ).toBeUndefined();
  });

  it('lets a page with a script pass', () => {
    expect(
      runCheck(htmlAttachmentPasswordForm, {
        attachments: [attachment('map.html', { type: 'html', traits: ['html-script'] })],
      }),
    ).toBeUndefined();
  });
});
