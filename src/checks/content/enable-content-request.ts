import { defineCheck } from '../check.ts';
import { files, lures, webLinks } from './demand.ts';

/**
 * The mail says how to switch off the protection of a document, or to open it on an office computer rather than a phone.
 * A manual without a document to open passes.
 */
export const enableContentRequest = defineCheck({
  id: 'enable-content-request',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It tells you how to open its file (“{phrase}”). That switches off what protects you from hidden programs.',
  run(message, context) {
    const [hit] = lures(message, context, 'enable-content');
    if (!hit) return;
    const document = files(message, context).some(({ extension }) => DOCUMENT.test(extension));
    const download = webLinks(message, context).length > 0 && message.text.length < 1500;
    return document || download ? { phrase: hit.phrase } : undefined;
  },
});

const DOCUMENT = /^(?:doc|dot|xls|xlt|ppt|pps|pot)[a-z]?$|^(?:xla|xlam|xll|rtf|pdf|zip|rar|7z|html?|iso|one)$/;
