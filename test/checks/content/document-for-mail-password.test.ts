import { describe, expect, it } from 'vitest';
import { documentForMailPassword } from '../../../src/checks/content/document-for-mail-password.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(documentForMailPassword, { messages: [message(parts)] }, known);

describe('document-for-mail-password', () => {
  it('catches a document behind the mail password', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Please find attached the settlement. View the document with your office email and password.',
      }),
    ).toBeDefined();
  });
  it('lets an ordinary document pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Please find attached the settlement. Call me when you have read it.',
      }),
    ).toBeUndefined();
  });
  it('lets a helpdesk pass that asks for nothing', () => {
    expect(
      run({ from: 'Ann Doe <ann.doe@firm.example>', text: 'Your email password stays the same after the upgrade.' }),
    ).toBeUndefined();
  });
});
