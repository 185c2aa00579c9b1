import type { IncomingMail } from '../../src/playground/fake-slack/types.ts';

/** A mail that a colleague got and forwards inline, as the mail clients of the ward print it. */
export interface Original {
  from: string;
  to: string;
  subject: string;
  date: string;
  text: string;
  /** The same as a mail client shows it; without it the text in paragraphs. */
  html?: string;
}

export interface Colleague {
  name: string;
  address: string;
}

export const GRACE: Colleague = { name: 'Grace Okafor', address: 'grace.okafor@hospital.example' };
export const MARTA: Colleague = { name: 'Marta Silva', address: 'marta.silva@hospital.example' };

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] as string);
const htmlOf = ({ html, text }: Original): string => html ?? `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;

interface Client {
  prefix: string;
  head(original: Original): string[];
  html(head: string[], original: Original): string;
}

const CLIENTS: Record<'gmail' | 'outlook' | 'apple' | 'thunderbird' | 'foxmail', Client> = {
  gmail: {
    prefix: 'Fwd: ',
    head: ({ from, date, subject, to }) => [
      '---------- Forwarded message ---------',
      `From: ${from}`,
      `Date: ${date}`,
      `Subject: ${subject}`,
      `To: ${to}`,
    ],
    html: (head, original) =>
      `<br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${head.map(escaped).join('<br>')}</div><br><br>${htmlOf(original)}</div>`,
  },
  outlook: {
    prefix: 'FW: ',
    head: ({ from, date, to, subject }) => [`From: ${from}`, `Sent: ${date}`, `To: ${to}`, `Subject: ${subject}`],
    html: (head, original) =>
      `<hr><div id="divRplyFwdMsg">${head.map((line) => escaped(line).replace(/^(\w+:)/, '<b>$1</b>')).join('<br>')}</div><br>${htmlOf(original)}`,
  },
  apple: {
    prefix: 'Fwd: ',
    head: ({ from, subject, date, to }) => [
      'Begin forwarded message:',
      '',
      `From: ${from}`,
      `Subject: ${subject}`,
      `Date: ${date}`,
      `To: ${to}`,
    ],
    html: ([mark = '', , ...head], original) =>
      `<br><div><br><blockquote type="cite"><div>${escaped(mark)}</div><br>${head
        .map((line) => `<div style="margin:0"><span>${escaped(line).replace(/^(\w+: )/, '<b>$1</b>')}</span></div>`)
        .join('')}<br><div>${htmlOf(original)}</div></blockquote></div>`,
  },
  thunderbird: {
    prefix: 'Fwd: ',
    head: ({ subject, date, from, to }) => [
      '-------- Forwarded Message --------',
      `Subject: ${subject}`,
      `Date: ${date}`,
      `From: ${from}`,
      `To: ${to}`,
    ],
    html: ([mark = '', ...head], original) =>
      `<div class="moz-forward-container"><br>${escaped(mark)}<table class="moz-email-headers-table"><tbody>${head
        .map((line) => {
          const [, label = '', value = ''] = /^(\w+: )(.*)$/.exec(line) ?? [];
          return `<tr><th nowrap>${label}</th><td>${escaped(value)}</td></tr>`;
        })
        .join('')}</tbody></table><br>${htmlOf(original)}</div>`,
  },
  foxmail: {
    prefix: '转发：',
    head: ({ from, date, to, subject }) => [
      '------------------ 原始邮件 ------------------',
      `发件人: ${from};`,
      `发送时间: ${date}`,
      `收件人: ${to};`,
      `主题: ${subject}`,
    ],
    html: (head, original) =>
      `<div><br></div><div style="font-size:12px">${head.map((line) => `<div>${escaped(line)}</div>`).join('')}</div><div><br></div>${htmlOf(original)}`,
  },
};
export type ClientName = keyof typeof CLIENTS;

/** The header block and the text below it, as they stand in the plain text of a forward. */
export function forwardedText(client: ClientName, original: Original): string {
  return `${CLIENTS[client].head(original).join('\n')}\n\n${original.text}`;
}

/** The forward as Slack's e-mail integration gets it. */
export function forwardedBy(
  colleague: Colleague,
  client: ClientName,
  original: Original,
  comment = 'Is this real?',
): IncomingMail {
  const { prefix, head, html } = CLIENTS[client];
  return {
    subject: `${prefix}${original.subject}`,
    from: colleague,
    to: [{ address: 'report-phishing@riverside.slack.example' }],
    text: `${comment}\n\n${forwardedText(client, original)}`,
    html: `<div>${escaped(comment)}</div>${html(head(original), original)}`,
    messageId: `<fwd-${client}-${colleague.address}>`,
  };
}
