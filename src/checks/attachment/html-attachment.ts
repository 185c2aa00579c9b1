import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/**
 * A web page as an attachment: it opens in the browser, where it can look like any sign-in page. Some programs send
 * their text a second time like that (inline, or named so by a mailing list) and delivery reports do; those pass.
 */
export const htmlAttachment = defineCheck({
  id: 'html-attachment',
  on: 'attachment',
  group: 'attachment',
  points: 2,
  explain: 'The attachment {name} is a web page. Opened, it can look like any sign-in page.',
  run({ name, extension, type, inline, message }, context) {
    if (inline || (type !== 'html' && !/^(?:[sx]?html?|xht|mht|mhtml)$/.test(extension))) return;
    const mail = context.messageOf({ message });
    if (extension === '' || /^attachment(?:-\d+)?\.html?$/i.test(name)) return;
    if (mail?.from?.address.startsWith('mailer-daemon@') || mail?.isReply) return;
    return { name: fileName(name) };
  },
});
