import { defineCheck } from '../check.ts';
import { isMailingList } from '../mail.ts';

/**
 * It says that a person's mail program wrote it, and it is built as that program builds none: mass mailers copy the line
 * and forget the rest. Looked at is the seam between the parts of a mail. Its number says nothing: services through which
 * honest offices send give their own. Lets pass lists and whatever a server has wrapped anew, which has the server's seams.
 */
export const mailerContradiction = defineCheck({
  id: 'mailer-contradiction',
  on: 'message',
  group: 'sender',
  points: 2,
  explain: 'It says that it was written with {mailer}, but it is not built as that program builds its mail.',
  run(message) {
    if (message.form !== 'raw' || isMailingList(message)) return;
    const value = (name: string): string => message.headers.find((header) => header.name === name)?.value ?? '';
    const mailer = (value('x-mailer') || value('user-agent')).slice(0, 200);
    const seams = PROGRAMS.find(([program]) => program.test(mailer))?.[1];
    if (!seams) return;
    const [, quoted, bare] = BOUNDARY.exec(value('content-type')) ?? [];
    const boundary = quoted ?? bare ?? '';
    const isForeign = boundary !== '' && !seams.test(boundary) && !WRAPPED.test(boundary);
    return isForeign ? { mailer: mailer.replace(/\s*[(/].*$/, '').slice(0, 60) } : undefined;
  },
});

/** Programs that people write with, and how the boundary between a mail's parts begins in each, as their mail shows. */
const PROGRAMS: readonly (readonly [RegExp, RegExp])[] = [
  [/\b(?:apple|iphone|ipad) mail\b/i, /^apple-mail/i],
  [/\bmicrosoft (?:office )?outlook\b|\bmicrosoft outlook express\b/i, /^(?:----=_nextpart_|_\d{3}_)/i],
  [/\bthunderbird\b/i, /^-{4,}/],
];
const BOUNDARY = /boundary\s{0,5}=\s{0,5}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i;
/** Software of servers and libraries. */
const WRAPPED = /^={5,}|^--=_|mimepart|^part_/i;
