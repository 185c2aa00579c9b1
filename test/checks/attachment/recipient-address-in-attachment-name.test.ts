import { describe, expect, it } from 'vitest';
import { recipientAddressInAttachmentName } from '../../../src/checks/attachment/recipient-address-in-attachment-name.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';

const check = (name: string, from = 'bo@strange.example') =>
  runCheck(recipientAddressInAttachmentName, {
    messages: [message({ from, to: ['ada@hospital.example'] })],
    attachments: [attachment(name)],
  });

describe('recipient-address-in-attachment-name', () => {
  it('catches the reader’s address in the name', () => {
    expect(check('Statement-ADA@hospital.example.html')).toEqual({
      name: 'Statement-ADA@hospital.example.html',
      address: 'ada@hospital.example',
    });
  });

  it('lets another address, and the name alone pass', () => {
    expect(check('card of cy@strange.example.pdf')).toBeUndefined();
    expect(check('Invoice Ada.pdf')).toBeUndefined();
  });

  it('lets a saved mail and a contact card pass', () => {
    expect(check('Mail to ada@hospital.example.eml')).toBeUndefined();
    expect(check('ada@hospital.example.vcf')).toBeUndefined();
  });

  it('lets what colleagues send pass', () => {
    expect(check('Export ada@hospital.example.csv', 'bo@hospital.example')).toBeUndefined();
  });
});
