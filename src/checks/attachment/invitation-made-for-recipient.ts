import { registrable } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';
import { isOwn, senderDomain } from '../domains.ts';
import { fileName } from './names.ts';

/**
 * The id of an invitation is the reader's own address: a mass mailer fills it in where a calendar would put a random
 * one. Invitations that colleagues or the reader's own calendar sends pass; as a guest every invitation names its reader.
 */
export const invitationMadeForRecipient = defineCheck({
  id: 'invitation-made-for-recipient',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain: 'The invitation {name} carries your address {address} as its own number, as bulk mailers make them.',
  run(attachment, context) {
    const message = context.messageOf(attachment);
    if (attachment.type !== 'ics' || !message) return;
    const sender = senderDomain(message);
    if (isOwn(sender, context.organisation)) return;
    const [, id = ''] = /^UID[^:\r\n]{0,100}:([^\r\n]{3,300})/im.exec(attachment.content) ?? [];
    const found = [...message.to, ...message.cc]
      .slice(0, 20)
      .find(
        ({ address, domain }) => address.length > 5 && id.toLowerCase().includes(address) && !sameHouse(domain, sender),
      );
    return found && { name: fileName(attachment.name || 'invite.ics'), address: found.address };
  },
});

function sameHouse(one: string, other: string): boolean {
  return registrable(one) === registrable(other);
}
