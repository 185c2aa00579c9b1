import iconv from 'iconv-lite';
import { ole } from './office.ts';

/** Builds messages in Outlook's own forms, so that no foreign file lies in the project. */

export interface OutlookParts {
  headers?: string;
  subject?: string;
  body?: string;
  /** As a property of its own; in most messages it lies in `rtf` instead. */
  html?: string;
  rtf?: string;
  from?: { name?: string; smtp?: string; address?: string };
  to?: { name?: string; smtp?: string; kind?: 1 | 2 | 3 }[];
  messageClass?: string;
  sentAt?: Date;
  files?: {
    name: string;
    content?: Uint8Array | string;
    type?: string;
    inline?: boolean;
    method?: number;
    webPath?: string;
  }[];
  messages?: { name: string; message: OutlookParts }[];
  /** Writes narrow strings in this encoding instead of wide ones. */
  narrow?: { charset: string; page?: number };
}

type Property = [id: number, type: number, value: Buffer];

function number(value: number): Buffer {
  const out = Buffer.alloc(4);
  out.writeUInt32LE(value);
  return out;
}

function time(date: Date): Buffer {
  const out = Buffer.alloc(8);
  out.writeBigUInt64LE(BigInt(date.getTime() + 11_644_473_600_000) * 10_000n);
  return out;
}

function writer(narrow: OutlookParts['narrow']): (id: number, text: string | undefined) => Property[] {
  return (id, text) => {
    if (text === undefined) return [];
    return narrow ? [[id, 0x1e, iconv.encode(text, narrow.charset)]] : [[id, 0x1f, Buffer.from(text, 'utf16le')]];
  };
}

function messageProperties(parts: OutlookParts): Property[] {
  const text = writer(parts.narrow);
  const { from, narrow } = parts;
  return [
    ...text(0x001a, parts.messageClass ?? 'IPM.Note'),
    ...text(0x0037, parts.subject),
    ...text(0x007d, parts.headers),
    ...text(0x1000, parts.body),
    ...text(0x0042, from?.name),
    ...text(0x5d02, from?.smtp),
    ...text(0x0065, from?.address),
    ...(parts.html === undefined
      ? []
      : [[0x1013, 0x102, iconv.encode(parts.html, narrow?.charset ?? 'utf-8')] as Property]),
    ...(parts.rtf === undefined ? [] : [[0x1009, 0x102, plainRtf(parts.rtf)] as Property]),
    ...(parts.sentAt ? [[0x0039, 0x40, time(parts.sentAt)] as Property] : []),
    ...(narrow
      ? narrow.page === undefined
        ? []
        : ([
            [0x3ffd, 3, number(narrow.page)],
            [0x3fde, 3, number(narrow.page)],
          ] as Property[])
      : [[0x3fde, 3, number(65_001)] as Property]),
  ];
}

function recipientProperties(to: NonNullable<OutlookParts['to']>[number], narrow: OutlookParts['narrow']): Property[] {
  const text = writer(narrow);
  return [[0x0c15, 3, number(to.kind ?? 1)], ...text(0x3001, to.name), ...text(0x39fe, to.smtp)];
}

function fileProperties(file: NonNullable<OutlookParts['files']>[number], narrow: OutlookParts['narrow']): Property[] {
  const text = writer(narrow);
  return [
    ...text(0x3707, file.name),
    ...text(0x370e, file.type),
    [0x3705, 3, number(file.method ?? 1)],
    [0x3714, 3, number(file.inline ? 4 : 0)],
    ...text(0x370d, file.webPath),
    ...(file.content === undefined ? [] : [[0x3701, 0x102, Buffer.from(file.content)] as Property]),
  ];
}

/** Rich Text in the uncompressed form of a compressed body. */
export function plainRtf(rtf: string): Buffer {
  const text = Buffer.from(rtf, 'latin1');
  return Buffer.concat([number(text.length + 12), number(text.length), Buffer.from('MELA'), number(0), text]);
}

/** HTML packed into Rich Text as Outlook does it: tags in groups of their own, text beside them. */
export function packedHtml(html: string, charset = 'windows-1252', page = 1252, fontCharset = 0): string {
  const escaped = (text: string): string =>
    [...iconv.encode(text, charset)]
      .map((byte) => {
        const letter = String.fromCharCode(byte);
        if (byte >= 0x80) return `\\'${byte.toString(16)}`;
        return '\\{}'.includes(letter) ? `\\${letter}` : letter;
      })
      .join('');
  const body = html.replace(/(<[^>]*>)|([^<]+)/g, (_, tag?: string, text?: string) =>
    tag ? `{\\*\\htmltag64 ${escaped(tag)}}\\htmlrtf \\par\\f1 noise\\htmlrtf0\n` : escaped(text ?? ''),
  );
  return `{\\rtf1\\ansi\\ansicpg${page}\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss\\fcharset${fontCharset} Arial;}}\\f0 ${body}}`;
}

/** A .msg. */
export function msg(parts: OutlookParts): Buffer {
  const streams: Record<string, Buffer> = {};
  writeMessage(streams, '', 32, parts);
  return ole(streams);
}

function writeMessage(streams: Record<string, Buffer>, folder: string, head: number, parts: OutlookParts): void {
  write(streams, folder, head, messageProperties(parts));
  for (const [at, to] of (parts.to ?? []).entries()) {
    write(streams, `${folder}__recip_version1.0_#${hex(at)}/`, 8, recipientProperties(to, parts.narrow));
  }
  let at = 0;
  for (const file of parts.files ?? []) {
    write(streams, `${folder}__attach_version1.0_#${hex(at)}/`, 8, fileProperties(file, parts.narrow));
    at += 1;
  }
  for (const { name, message } of parts.messages ?? []) {
    const place = `${folder}__attach_version1.0_#${hex(at)}/`;
    write(streams, place, 8, [...writer(parts.narrow)(0x3001, name), [0x3705, 3, number(5)]]);
    writeMessage(streams, `${place}__substg1.0_3701000D/`, 24, message);
    at += 1;
  }
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(8, '0');

function write(streams: Record<string, Buffer>, folder: string, head: number, properties: Property[]): void {
  const table = [Buffer.alloc(head)];
  for (const [id, type, value] of properties) {
    const fixed = type === 3 || type === 0x40;
    const entry = Buffer.alloc(16);
    entry.writeUInt16LE(type, 0);
    entry.writeUInt16LE(id, 2);
    entry.writeUInt32LE(6, 4);
    if (fixed) value.copy(entry, 8);
    else entry.writeUInt32LE(value.length, 8);
    table.push(entry);
    const tag = `${id.toString(16).padStart(4, '0')}${type.toString(16).padStart(4, '0')}`.toUpperCase();
    if (!fixed) streams[`${folder}__substg1.0_${tag}`] = value;
  }
  streams[`${folder}__properties_version1.0`] = Buffer.concat(table);
}

/** A winmail.dat. */
export function tnef(parts: OutlookParts): Buffer {
  const attribute = (level: number, id: number, data: Buffer): Buffer => {
    const sum = Buffer.alloc(2);
    sum.writeUInt16LE(data.reduce((total, byte) => (total + byte) & 0xffff, 0));
    return Buffer.concat([Buffer.from([level]), number(id), number(data.length), data, sum]);
  };
  const begins = attribute(2, 0x00069002, Buffer.alloc(14));
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(1, 0x00069003, propertyList(messageProperties(parts))),
    ...(parts.files ?? []).flatMap((file) => [
      begins,
      attribute(2, 0x00018010, Buffer.from('SHORT~1.DAT\0')),
      attribute(2, 0x0006800f, Buffer.from(file.content ?? '')),
      attribute(2, 0x00069005, propertyList(fileProperties(file, parts.narrow).filter(([id]) => id !== 0x3701))),
    ]),
    ...(parts.messages ?? []).flatMap(({ name, message }) => [
      begins,
      attribute(
        2,
        0x00069005,
        propertyList([
          ...writer(parts.narrow)(0x3707, name),
          [0x3701, 0x0d, Buffer.concat([Buffer.from('0703020000000000c000000000000046', 'hex'), tnef(message)])],
        ]),
      ),
    ]),
  ]);
}

function propertyList(properties: Property[]): Buffer {
  return Buffer.concat([
    number(properties.length),
    ...properties.flatMap(([id, type, value]) => {
      const tag = Buffer.alloc(4);
      tag.writeUInt16LE(type, 0);
      tag.writeUInt16LE(id, 2);
      if (type === 3 || type === 0x40) return [tag, value];
      return [tag, number(1), number(value.length), value, Buffer.alloc((4 - (value.length % 4)) % 4)];
    }),
  ]);
}
