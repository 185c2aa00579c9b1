import { registrable, urlParts } from '../../parse/url.ts';
import { defineCheck } from '../check.ts';

/**
 * A form inside the mail that wants a password. No honest sender has one: mail programs warn of it. Where it is sent
 * to is said when it is known.
 */
export const formAsksPassword = defineCheck({
  id: 'form-asks-password',
  on: 'message',
  group: 'link',
  points: 5,
  explain: 'The mail itself contains a field for a password and would send it to {target}.',
  run({ forms }) {
    const form = forms.find(({ asksPassword }) => asksPassword);
    if (!form) return;
    const target = urlParts(form.action)?.host;
    return { target: target ? registrable(target) : form.action.slice(0, 200) || 'an unknown place' };
  },
});
