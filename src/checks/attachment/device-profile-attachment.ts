import { defineCheck } from '../check.ts';
import { isOwn, senderDomain } from '../domains.ts';
import { fileName } from './names.ts';

/**
 * A profile that sets up a telephone or Mac: it can route all mail and web through somebody else. Those that the
 * organisation itself sends pass, which is how profiles are honestly handed out.
 */
export const deviceProfileAttachment = defineCheck({
  id: 'device-profile-attachment',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain:
    'The attachment {name} changes the settings of a telephone or computer and can lead all its traffic elsewhere.',
  run(attachment, context) {
    const { name, extension, content } = attachment;
    if (extension !== 'mobileconfig' && !content.slice(0, 4_000).includes('PayloadType</key>')) return;
    const sender = senderDomain(context.messageOf(attachment));
    return sender !== '' && isOwn(sender, context.organisation) ? undefined : { name: fileName(name) };
  },
});
