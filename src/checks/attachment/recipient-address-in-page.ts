import { defineCheck } from '../check.ts';
import { isOwn, senderDomain } from '../domains.ts';
import { fileName } from './names.ts';

/**
 * A web page as an attachment with the reader's address built in, plain or in Base64: its sign-in form is filled in
 * beforehand. Lets pass colleagues, delivery reports, answers, which quote the reader, and parts of the mail's own text.
 */
export const recipientAddressInPage = defineCheck({
  id: 'recipient-address-in-page',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The web page {name} in the attachment was made for you: your address {address} is built into it.',
  run(attachment, context) {
    const { type, inline, content, name } = attachment;
    const message = context.messageOf(attachment);
    if (!message || inline || message.isReply || !/^(?:html|svg|hta)$/.test(type)) return;
    const sender = senderDomain(message);
    if (isOwn(sender, context.organisation) || message.from?.address.startsWith('mailer-daemon@')) return;
    const lower = content.toLowerCase();
    const found = [...message.to, ...message.cc].slice(0, 20).find(({ address, domain }) => {
      if (address.length < 6 || domain === sender) return false;
      const coded = /^[\x21-\x7e]+$/.test(address) ? btoa(address).replace(/=+$/, '').slice(0, -1) : '';
      return lower.includes(address) || (coded.length > 8 && content.includes(coded));
    });
    return found && { name: fileName(name), address: found.address };
  },
});
