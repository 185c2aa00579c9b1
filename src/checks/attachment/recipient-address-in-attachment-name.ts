import { defineCheck } from '../check.ts';
import { isOwn, senderDomain } from '../domains.ts';
import { fileName } from './names.ts';

/**
 * The reader's own address in the name of a file, as kits fill it in for each victim. Mails that were saved under
 * such a name pass, and so does what a colleague or the reader sends.
 */
export const recipientAddressInAttachmentName = defineCheck({
  id: 'recipient-address-in-attachment-name',
  on: 'attachment',
  group: 'attachment',
  points: 3,
  explain: 'The file {name} has your address {address} in its name, as bulk mailers fill it in for each person.',
  run(attachment, context) {
    const message = context.messageOf(attachment);
    if (!message || attachment.inline || /^(?:eml|msg|ics|vcf)$/.test(attachment.extension)) return;
    const sender = senderDomain(message);
    if (sender !== '' && isOwn(sender, context.organisation)) return;
    const name = attachment.name.slice(0, 500).toLowerCase();
    const found = [...message.to, ...message.cc]
      .slice(0, 20)
      .find(({ address, domain }) => address.length > 5 && domain !== sender && name.includes(address));
    return found && { name: fileName(attachment.name), address: found.address };
  },
});
