import { describe, expect, it } from 'vitest';
import { recipientAddressInPage } from '../../../src/checks/attachment/recipient-address-in-page.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';

function check(content: string, parts: Parameters<typeof message>[0] = {}, type = 'html') {
  const messages = [message({ from: 'bo@strange.example', to: ['ada@hospital.example'], ...parts })];
  return runCheck(recipientAddressInPage, { messages, attachments: [attachment('voice.html', { type, content })] });
}

describe('recipient-address-in-page', () => {
  it('catches the reader’s address in a form', () => {
    expect(check('<input value="Ada@hospital.example">')).toEqual({
      name: 'voice.html',
      address: 'ada@hospital.example',
    });
  });

  it('catches it in Base64', () => {
    expect(check(`<script>let who = atob("${btoa('ada@hospital.example')}")</script>`)).toBeDefined();
  });

  it('lets a page for everybody pass', () => {
    expect(check('<p>Write to info@strange.example</p>')).toBeUndefined();
  });

  it('lets answers, reports of delivery and colleagues pass', () => {
    expect(check('To: ada@hospital.example', { isReply: true })).toBeUndefined();
    expect(check('To: ada@hospital.example', { from: 'mailer-daemon@strange.example' })).toBeUndefined();
    expect(check('To: ada@hospital.example', { from: 'bo@hospital.example' })).toBeUndefined();
  });

  it('lets a letter to the reader pass: it is no page', () => {
    expect(check('Dear ada@hospital.example', {}, 'pdf')).toBeUndefined();
  });
});
