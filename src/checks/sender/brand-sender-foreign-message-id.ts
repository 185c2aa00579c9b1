import { registrable } from '../../parse/url.ts';
import { ownerOf, ownsHost } from '../brands.ts';
import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';
import { isAuthenticated } from '../mail.ts';
import { isConversation } from '../strangers.ts';

/**
 * The address is a known house's, the number of the mail was given by a server of another house: the sender may be forged.
 * Lets pass the services that send for others, mail programs that put a bare machine name there, employees who answer or
 * write to lists, mailboxes that a provider hands out, and mail that is proven to come from the house.
 */
export const brandSenderForeignMessageId = defineCheck({
  id: 'brand-sender-foreign-message-id',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'The sender’s address ends in {sender}, but the mail was made at {made}.',
  run(message, context) {
    const { lists, organisation } = context;
    const domain = registrable(message.from?.domain ?? '');
    if (message.form !== 'raw' || domain === '' || lists.freeMail.has(domain) || isConversation(message, context))
      return;
    const brand = ownerOf(domain, lists);
    if (!brand || brand.kind === 'mail' || brand.kind === 'telecom') return;
    const made = hostOf(message.messageId ?? '');
    if (!made.includes('.') || registrable(made) === domain || ownsHost(brand, made, lists)) return;
    if (entryAbove(made, lists.mailServices) !== undefined || SENDS_FOR_OTHERS.test(made)) return;
    if (isAuthenticated(message, organisation)) return;
    return { sender: domain, made };
  },
});

/** What companies' mail runs on: it numbers the mail under its own name. */
const SENDS_FOR_OTHERS =
  /(?:^|\.)(?:amazonses\.com|outlook\.com|google\.com|gmail\.com|salesforce\.com|exacttarget\.com|sendgrid\.net|mcsv\.net|mandrillapp\.com|mailgun\.org|icloud\.com)$/;

function hostOf(messageId: string): string {
  return /@([a-z0-9.-]{1,253})>?\s*$/i.exec(messageId.slice(-300))?.[1]?.toLowerCase() ?? '';
}
