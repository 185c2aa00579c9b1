import { describe, expect, it } from 'vitest';
import { enableContentRequest } from '../../../src/checks/content/enable-content-request.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const known = knowing({ 'enable-content': ['enable content'] }, { 'enable-content': ['启用内容', '请用电脑打开'] });

describe('enable-content-request', () => {
  it('catches it with a document', () => {
    const mail = message({ text: 'To see the form, enable content.' });
    expect(runCheck(enableContentRequest, { messages: [mail], attachments: [attachment('form.xlsm')] }, known)).toEqual(
      {
        phrase: 'enable content',
      },
    );
  });

  it('catches "open it on a computer" with a download, in Chinese', () => {
    const mail = message({ text: '通知文件,请用电脑打开' });
    expect(
      runCheck(enableContentRequest, { messages: [mail], links: [link('https://files.example/a.zip')] }, known),
    ).toEqual({
      phrase: '请用电脑打开',
    });
  });

  it('lets a manual pass that has no document with it', () => {
    const mail = message({ text: `In Excel, "enable content" starts macros. ${plainText(1500)}` });
    expect(
      runCheck(enableContentRequest, { messages: [mail], links: [link('https://wiki.hospital.example/')] }, known),
    ).toBeUndefined();
  });

  it('lets a warning from IT pass: nothing to open', () => {
    expect(
      runCheck(enableContentRequest, { messages: [message({ text: 'Never press enable content.' })] }, known),
    ).toBeUndefined();
  });
});
