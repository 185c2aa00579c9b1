import { isMailPart, signedContent } from '../files/signed-data.ts';
import { ID, type OutlookMail } from './properties.ts';

/**
 * The source of a signed message: Outlook keeps it whole, as the one attachment of a message without words, with sender
 * and subject outside. `undefined` for every other message, and for one that is encrypted.
 */
export function signedSource({ properties, recipients, attachments }: OutlookMail): Buffer | undefined {
  const bytes = attachments.length === 1 ? attachments[0]?.bytes : undefined;
  if (!bytes || !/^IPM\.Note\.SMIME/i.test(properties.text(ID.messageClass) ?? '')) return undefined;
  const part = signedContent(bytes) ?? bytes;
  if (!isMailPart(part)) return undefined;
  const headers =
    properties
      .text(ID.headers)
      ?.slice(0, 300_000)
      .trim()
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  const kept = headers
    .split(/\r?\n(?![ \t])/)
    .filter((line) => line !== '' && !/^(?:content-|microsoft mail)/i.test(line));
  const encoded = (text: string | undefined): string => `=?utf-8?B?${Buffer.from(text ?? '').toString('base64')}?=`;
  const address = (text: string | undefined): string => `<${(text ?? '').replace(/[\s<>]/g, '').slice(0, 320)}>`;
  if (kept.length === 0) {
    const from = properties.text(ID.representingSmtp) || properties.text(ID.representingAddress);
    const to = recipients.map((one) => address(one.text(ID.smtpAddress) || one.text(ID.address)));
    kept.push(
      `From: ${encoded(properties.text(ID.representingName))} ${address(from)}`,
      ...(to.length > 0 ? [`To: ${to.join(', ')}`] : []),
      `Subject: ${encoded(properties.text(ID.subject))}`,
    );
  }
  return Buffer.concat([Buffer.from(`${kept.join('\r\n')}\r\n`), part]);
}
