import { defineCheck } from '../check.ts';

/** A field for a password inside the mail itself. Search and survey fields pass. */
export const formInMail = defineCheck({
  id: 'form-in-mail',
  on: 'message',
  group: 'content',
  points: 5,
  explain: 'The mail itself has a field for your password, which goes to {target}. No honest service asks like that.',
  run({ forms }) {
    const form = forms.find(({ asksPassword }) => asksPassword);
    return form && { target: form.action || 'an unknown place' };
  },
});
