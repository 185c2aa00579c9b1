import { defineCheck } from '../check.ts';
import { baited, files, webLinks } from './demand.ts';

/**
 * A voicemail, fax or scan that is opened through a link or a web page. Telephone systems attach the sound and office
 * printers the picture: mails with only such files pass.
 */
export const voicemailOrFaxLure = defineCheck({
  id: 'voicemail-or-fax-lure',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It offers a voice message, fax or scan (“{phrase}”) as a link or web page. Real ones attach the sound or picture.',
  run(message, context) {
    const hit = baited(message, context, 'voicemail');
    if (!hit) return;
    const attached = files(message, context);
    if (attached.length > 0 && attached.every(({ extension }) => MEDIA.test(extension))) return;
    return attached.length > 0 || webLinks(message, context).length > 0 ? { phrase: hit.phrase } : undefined;
  },
});

const MEDIA = /^(?:wav|mp3|m4a|ogg|amr|tiff?|pdf|jpe?g|png)$/;
