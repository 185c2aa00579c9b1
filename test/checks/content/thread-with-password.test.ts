import { describe, expect, it } from 'vitest';
import { threadWithPassword } from '../../../src/checks/content/thread-with-password.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({});

describe('thread-with-password', () => {
  it('catches a few lines with a document and its password', () => {
    const mail = message({
      isReply: true,
      subject: 'Re: minutes',
      text: 'Hello, the document as agreed is attached, please look at it. Password: 7712',
    });
    expect(runCheck(threadWithPassword, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches it in German', () => {
    const mail = message({ isReply: true, text: 'Anbei die Unterlagen. Das Kennwort lautet AB12x.' });
    expect(runCheck(threadWithPassword, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets the code of a meeting pass', () => {
    const mail = message({ text: 'The documents are on the agenda. Webinar password: 7712' });
    expect(runCheck(threadWithPassword, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a code pass that comes without a document', () => {
    const mail = message({ text: 'The password for the door is 7712.' });
    expect(runCheck(threadWithPassword, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a quoted password pass', () => {
    const mail = message({ isReply: true, text: 'Thanks, got the documents.\n> Password: 7712' });
    expect(runCheck(threadWithPassword, { messages: [mail] }, known)).toBeUndefined();
  });
});
