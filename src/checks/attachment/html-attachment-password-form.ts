import { defineCheck } from '../check.ts';
import { fileName } from './names.ts';

/** A web page in the attachment with a field for a password. A form for an address or an order passes. */
export const htmlAttachmentPasswordForm = defineCheck({
  id: 'html-attachment-password-form',
  on: 'attachment',
  group: 'attachment',
  points: 5,
  explain: 'The attachment {name} is a web page that asks for your password. What you type goes to whoever sent it.',
  run({ name, traits }) {
    return traits.includes('html-password-form') ? { name: fileName(name) } : undefined;
  },
});
