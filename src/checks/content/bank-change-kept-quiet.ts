import { defineCheck } from '../check.ts';
import { lures } from './demand.ts';

/**
 * New bank details together with a wish that nobody asks. Suppliers who really change banks want to be called back; only
 * a fraud needs the one telephone call not to happen. Haste alone is no sign here: invoices are overdue every day.
 */
export const bankChangeKeptQuiet = defineCheck({
  id: 'bank-change-kept-quiet',
  on: 'message',
  group: 'content',
  points: 3,
  explain: 'It changes bank details (“{change}”) and does not want you to ask anyone (“{silence}”).',
  run(message, context) {
    const [change] = lures(message, context, 'bank-change');
    const silence = lures(message, context, 'secrecy').find(({ phrase }) => KEEP_QUIET.test(phrase));
    return change && silence ? { change: change.phrase, silence: silence.phrase } : undefined;
  },
});

/** The secrecy theme also holds openings ("are you at your desk"): here only a wish for silence counts. */
const KEEP_QUIET =
  /\b(?:between (?:us|you)|calls?|confidential|discuss|mention|only|share|talk|tell|yourself)\b|vertraulich|unter uns|niemand|telefonier|confiden|sigilo|segredo|ninguém|vertrouwelijk|geheim|personne|secret|nadie|riservat|nessuno|电话|電話|保密|告诉|告訴|声张|外传|外傳|口外|内密|秘密|誰にも|話さ|言わ|비밀|발설|말하지|알리지|통화|전화(?!번호)/;
