import { defineCheck } from '../check.ts';
import { webLinks } from '../content/demand.ts';

/**
 * A From header that holds a name and no address that could be read: written so that programs show the name alone. Looks
 * only at mail whose headers are at hand. Lets pass delivery reports, whose programs are that old, and mail without links.
 */
export const nameWithoutAddress = defineCheck({
  id: 'name-without-address',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'The sender is only a name, {name}, without any address that it could have been sent from.',
  run(message, context) {
    const { form, from } = message;
    if (form !== 'raw' || !from || from.address !== '' || from.name.trim() === '') return;
    if (/daemon|delivery (?:sub)?system|postmaster/i.test(from.name.slice(0, 200))) return;
    return webLinks(message, context).length > 0 ? { name: from.name } : undefined;
  },
});
