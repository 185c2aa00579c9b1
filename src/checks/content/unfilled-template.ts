import { defineCheck } from '../check.ts';

/**
 * A place-holder that the sending program should have filled in: `{{email}}`, `[[-Email-]]`, `%EMAIL%`. A name in plain brackets
 * is how people black out an address, and passes. Only names for
 * the reader's own data, and only outside of replies and of lines of code: developers write about templates.
 */
export const unfilledTemplate = defineCheck({
  id: 'unfilled-template',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It still has a blank that was never filled in (“{blank}”), as mass mail from a kit does.',
  run({ subject, text, isReply }) {
    if (isReply) return;
    const [blank] = BLANK.exec(`${subject}\n${text.slice(0, 20_000)}`) ?? [];
    return blank === undefined ? undefined : { blank };
  },
});

const BLANK =
  /(?:\{\{?|\[\[|\[-|%%?|##?|<<|\*\|)[ _-]{0,2}(?:(?:user|victim|recipient|receiver|customer|client|to|target|your)[ _-]?)?(?:e-?mail(?:[ _-]?(?:address|id))?|first[ _-]?name|last[ _-]?name|full[ _-]?name|user(?:name)?|domain|company|mc_preview_text)[ _-]{0,2}(?:\}\}?|\]\]?|%%?|##?|>>|\|\*)/i;
