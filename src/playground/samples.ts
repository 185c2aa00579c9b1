import { readFile } from 'node:fs/promises';
import { simpleParser } from 'mailparser';
import type { FakeUser, IncomingMail, Upload } from './fake-slack/types.ts';

export interface Sample {
  id: string;
  title: string;
  file: string;
}

/** The mails that ship with the local workspace: written by us, inert, on reserved names. */
export const SAMPLES: Sample[] = [
  { id: 'epidemic', title: 'The 2020 lure: a form from the “health commission”', file: '1-epidemic-2020.eml' },
  { id: 'password', title: 'Your password expires today', file: '2-password-expiry.eml' },
  { id: 'bank', title: 'A supplier’s bank details have changed', file: '3-bank-change.eml' },
  { id: 'parcel', title: 'A parcel text message', file: '4-parcel-text.eml' },
  { id: 'newsletter', title: 'An honest newsletter', file: '5-newsletter.eml' },
  { id: 'colleague', title: 'An honest colleague', file: '6-colleague.eml' },
];

/** The sample as a file to drop. */
export async function sampleFile(sample: Sample): Promise<Upload> {
  const bytes = await readFile(new URL(`samples/${sample.file}`, import.meta.url));
  return { name: sample.file.replace(/^\d-/, ''), bytes, mimetype: 'message/rfc822' };
}

/**
 * The sample as Slack's e-mail integration gets it when a member of staff forwards it: the colleague is the sender, and
 * the original is a quoted block in the text.
 */
export async function sampleForward(sample: Sample, user: FakeUser): Promise<IncomingMail> {
  const mail = await simpleParser(Buffer.from((await sampleFile(sample)).bytes));
  const from = mail.from?.text ?? '';
  const to = Array.isArray(mail.to) ? mail.to.map((list) => list.text).join(', ') : (mail.to?.text ?? '');
  const head = [
    '---------- Forwarded message ---------',
    `From: ${from}`,
    `Date: ${mail.date?.toUTCString() ?? ''}`,
    `Subject: ${mail.subject ?? ''}`,
    `To: ${to}`,
  ];
  const [realName = user.name] = user.realName.split(',');
  return {
    subject: `Fwd: ${mail.subject ?? ''}`,
    from: { address: `${realName.toLowerCase().replaceAll(' ', '.')}@hospital.example`, name: realName },
    to: [{ address: 'report-phishing@riverside.slack.example' }],
    text: `Is this real?\n\n${head.join('\n')}\n\n${mail.text ?? ''}`,
    html: mail.html
      ? `<p>Is this real?</p><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${head.map(escapeHtml).join('<br>')}</div><br>${mail.html}</div>`
      : undefined,
    messageId: `<fwd-${sample.id}-${user.name}@mail.hospital.example>`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);
}
