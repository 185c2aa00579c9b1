import type { HeaderLines } from 'mailparser';
import type { Mailbox } from '../model.ts';
import {
  authenticationOf,
  dateOf,
  decodeSubject,
  headersOf,
  headerValue,
  mailboxesIn,
  type ParsedHeaders,
} from './headers.ts';
import { joinNames } from './mailboxes.ts';
import type { Draft } from './place.ts';
import { addGap, type Tray } from './tray.ts';

/** What the header lines of a mail say of it. */
export async function draftOf(
  tray: Tray,
  { headerLines, headers: parsed }: { headerLines: HeaderLines; headers?: ParsedHeaders },
  forwardedBy: Mailbox | undefined,
  charset?: string,
): Promise<Draft> {
  const { headers, cut } = headersOf(headerLines, charset);
  if (cut) addGap(tray, { what: 'mail', why: 'too-large', blinding: false });
  const names = ['from', 'reply-to', 'to', 'cc', 'return-path'];
  const [from = [], replyTo = [], to = [], cc = [], [returnPath] = []] = await mailboxesIn(headers, names, {
    charset,
    parsed,
  });
  const senders = joinNames(from);
  return {
    form: 'raw',
    ...(forwardedBy ? { forwardedBy } : {}),
    headers,
    from: senders[0],
    senders,
    replyTo,
    to,
    cc,
    ...(returnPath ? { returnPath } : {}),
    subject: (await decodeSubject(headerValue(headers, 'subject') ?? '', charset)).slice(0, 2_000),
    sentAt: dateOf(headerValue(headers, 'date')),
    messageId: headerValue(headers, 'message-id')?.slice(0, 1_000),
    isReply: Boolean(headerValue(headers, 'in-reply-to') || headerValue(headers, 'references')),
    authentication: authenticationOf(headers),
  };
}
