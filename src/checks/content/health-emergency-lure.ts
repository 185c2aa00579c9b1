import { defineCheck } from '../check.ts';
import { baited, files, isFromAuthority, lures } from './demand.ts';

/**
 * An outbreak or other emergency, and a form to fill in or a file to open: the 2020 mails to hospitals. What health
 * authorities and the organisation itself send from their own domains passes, and so does news of an outbreak that wants
 * nothing but to be read.
 */
export const healthEmergencyLure = defineCheck({
  id: 'health-emergency-lure',
  on: 'message',
  group: 'content',
  points: 3,
  explain:
    'It uses a health emergency (“{phrase}”) to make you open or fill in something, and is not from an authority we know.',
  run(message, context) {
    if (isFromAuthority(message, context)) return;
    if (context.organisation.domains.some((own) => message.from?.domain === own)) return;
    const hit = baited(message, context, 'health');
    if (!hit) return;
    const names = files(message, context).map(({ name }) => name);
    const form = FORM.test(`${message.subject}\n${message.text}\n${names.join('\n')}`) || message.forms.length > 0;
    return form && lures(message, context, 'health').length > 1 ? { phrase: hit.phrase } : undefined;
  },
});

const FORM =
  /\b(?:fill (?:in|out)|complete|submit|open|download)\b[^.!?\n]{0,60}\b(?:forms?|attach\w*|documents?|files?|questionnaire|link)\b|\b(?:application|registration|declaration) form\b|填写|填報|填写|填报|申请表|申請表|登记表|登記表|附件|下载|下載/i;
