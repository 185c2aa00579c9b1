import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const line = z.strictObject({
  class: z.enum(['ham', 'phish']),
  kind: z.string().min(1),
  /** As the header lines say it; a mail that leaves them out is words only. */
  from: z.string().min(1).optional(),
  replyTo: z.string().min(1).optional(),
  to: z.string().min(1).optional(),
  subject: z.string(),
  text: z.string().min(1),
});

/** The beginning of a mail in our own words, honest or a fraud. `kind` names the situation, for readers only. */
export type OwnMail = z.infer<typeof line> & { language: string };

const folder = new URL('own/', import.meta.url);

/** All mails of our own, by language and in the order of the files. For the fit only: nothing may be measured on them. */
export function ownMails(): OwnMail[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => {
      const language = name.slice(0, -'.jsonl'.length);
      const lines = readFileSync(new URL(name, folder), 'utf8').trim().split('\n');
      return lines.map((text) => ({ ...line.parse(JSON.parse(text)), language }));
    });
}
