import { describe, expect, it } from 'vitest';
import { authorityImpersonation } from '../../../src/checks/content/authority-impersonation.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing({ authority: ['court summons', 'arrest warrant'] }, { authority: ['涉嫌洗钱', '公安局'] });

describe('authority-impersonation', () => {
  it('catches a summons to open', () => {
    const mail = message({
      from: 'clerk@court-notice.example',
      text: 'Court summons enclosed. An arrest warrant may follow.',
    });
    expect(
      runCheck(authorityImpersonation, { messages: [mail], attachments: [attachment('summons.doc')] }, known),
    ).toEqual({
      phrase: 'court summons',
    });
  });

  it('catches it in Chinese', () => {
    const mail = message({ text: '公安局通知:您涉嫌洗钱,请查看附件' });
    expect(runCheck(authorityImpersonation, { messages: [mail], attachments: [attachment('a.zip')] }, known)).toEqual({
      phrase: '公安局',
    });
  });

  it('catches it in a long letter that says more than one of its phrases', () => {
    const mail = message({
      text: `Court summons. Open the file. ${plainText(300)} Else an arrest warrant follows. ${plainText(300)}`,
    });
    expect(
      runCheck(authorityImpersonation, { messages: [mail], attachments: [attachment('a.doc')] }, known),
    ).toBeDefined();
  });

  it('lets a government’s own address pass', () => {
    const mail = message({ from: 'clerk@courts.gov.uk', text: 'Court summons enclosed.' });
    expect(
      runCheck(authorityImpersonation, { messages: [mail], attachments: [attachment('summons.pdf')] }, known),
    ).toBeUndefined();
  });

  it('lets a long report pass that mentions a court once', () => {
    const mail = message({ text: `He got a court summons. ${plainText(900)}` });
    expect(
      runCheck(authorityImpersonation, { messages: [mail], attachments: [attachment('report.pdf')] }, known),
    ).toBeUndefined();
  });
});
