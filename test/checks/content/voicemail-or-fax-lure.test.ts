import { describe, expect, it } from 'vitest';
import { voicemailOrFaxLure } from '../../../src/checks/content/voicemail-or-fax-lure.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ voicemail: ['new voicemail'] }, { voicemail: ['语音留言'] });

describe('voicemail-or-fax-lure', () => {
  it('catches a voicemail behind a link', () => {
    const mail = message({ text: 'You have a new voicemail (0:42).' });
    expect(runCheck(voicemailOrFaxLure, { messages: [mail], links: [link('https://vm.example/p')] }, known)).toEqual({
      phrase: 'new voicemail',
    });
  });

  it('catches a voicemail that is a web page, in Chinese', () => {
    const mail = message({ text: '您有一条语音留言' });
    expect(runCheck(voicemailOrFaxLure, { messages: [mail], attachments: [attachment('语音.htm')] }, known)).toEqual({
      phrase: '语音留言',
    });
  });

  it('lets a telephone system pass that attaches the sound', () => {
    const mail = message({ text: 'New voicemail from ward 3.' });
    expect(
      runCheck(voicemailOrFaxLure, { messages: [mail], attachments: [attachment('msg.wav')] }, known),
    ).toBeUndefined();
  });

  it('lets a person pass who speaks of one', () => {
    expect(
      runCheck(voicemailOrFaxLure, { messages: [message({ text: 'Is there a new voicemail? Ada' })] }, known),
    ).toBeUndefined();
  });
});
