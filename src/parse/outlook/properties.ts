import { charsetOfCodePage, decodeBytes } from '../charset-guess.ts';

/** Properties of a message, a recipient or an attachment, by their MAPI number. */
export interface Properties {
  text(id: number): string | undefined;
  bytes(id: number): Uint8Array | undefined;
  number(id: number): number | undefined;
  /** ISO 8601. */
  time(id: number): string | undefined;
}

/** A message as Outlook stores it, in a .msg or in a winmail.dat. */
export interface OutlookMail {
  properties: Properties;
  recipients: Properties[];
  attachments: OutlookFile[];
  /** True when not everything of it could be read. */
  damaged: boolean;
  /** True when it holds more than is read. */
  cut: boolean;
}

export interface OutlookFile {
  properties: Properties;
  bytes: Uint8Array | undefined;
  /** A message kept as such, not as a file. */
  message?: OutlookMail;
}

/** Numbers of the properties that are read. Source: MS-OXPROPS. */
export const ID = {
  messageClass: 0x001a,
  subject: 0x0037,
  submitTime: 0x0039,
  representingName: 0x0042,
  replyNames: 0x0050,
  representingAddress: 0x0065,
  headers: 0x007d,
  recipientType: 0x0c15,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  deliveryTime: 0x0e06,
  displayTo: 0x0e04,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  messageId: 0x1035,
  references: 0x1039,
  inReplyTo: 0x1042,
  displayName: 0x3001,
  address: 0x3003,
  data: 0x3701,
  shortFileName: 0x3704,
  method: 0x3705,
  fileName: 0x3707,
  webPath: 0x370d,
  mimeType: 0x370e,
  contentId: 0x3712,
  attachmentFlags: 0x3714,
  smtpAddress: 0x39fe,
  bodyCodePage: 0x3fde,
  codePage: 0x3ffd,
  senderSmtp: 0x5d01,
  representingSmtp: 0x5d02,
  hidden: 0x7ffe,
} as const;

const STRING8 = 0x1e;
const UNICODE = 0x1f;

/** A value as it was found: its MAPI type, and a way to its bytes. */
export interface Value {
  type: number;
  bytes: () => Uint8Array | undefined;
}

/** The code page of narrow strings: what the message says, and for a message that says nothing what they look like. */
export function propertiesOf(values: Map<number, Value>, outerPage?: () => number | undefined): Properties {
  const number = (id: number): number | undefined => {
    const bytes = values.get(id)?.bytes();
    if (!bytes || bytes.length === 0) return undefined;
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    return buffer.length >= 4 ? buffer.readInt32LE() : buffer.readUIntLE(0, buffer.length);
  };
  const page = (): number | undefined => number(ID.codePage) ?? number(ID.bodyCodePage) ?? outerPage?.();
  return {
    number,
    bytes: (id) => values.get(id)?.bytes(),
    text: (id) => {
      const value = values.get(id);
      const bytes = value?.bytes();
      if (!value || !bytes) return undefined;
      if (value.type === UNICODE) return new TextDecoder('utf-16le').decode(bytes).replace(/\0+$/, '');
      if (value.type !== STRING8) return undefined;
      return decodeBytes(bytes, charsetOfCodePage(page())).replace(/\0+$/, '');
    },
    time: (id) => {
      const bytes = values.get(id)?.bytes();
      if (!bytes || bytes.length < 8) return undefined;
      // Windows counts tenths of microseconds from 1601.
      const ticks = Buffer.from(bytes.buffer, bytes.byteOffset, 8).readBigUInt64LE();
      const time = Number(ticks / 10_000n) - 11_644_473_600_000;
      return time > 0 && time < 4e12 ? new Date(time).toISOString() : undefined;
    },
  };
}
