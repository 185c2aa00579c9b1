import { ID, type OutlookFile, type OutlookMail, propertiesOf, type Value } from './properties.ts';

/**
 * Reads winmail.dat (MS-OXTNEF): what Exchange packs a mail into when it sends Rich Text to strangers. A row of
 * attributes; those of the message and of each attachment hold a list of the same properties as a .msg.
 */

const MOST = { attributes: 5_000, attachments: 200, properties: 2_000, recipients: 500, depth: 5 } as const;

const SUBJECT = 0x00018004;
const BODY = 0x0002800c;
const FILE_DATA = 0x0006800f;
const FILE_TITLE = 0x00018010;
const FILE_BEGINS = 0x00069002;
const MESSAGE_PROPERTIES = 0x00069003;
const RECIPIENTS = 0x00069004;
const FILE_PROPERTIES = 0x00069005;
const CODE_PAGE = 0x00069007;
const STRING8 = 0x1e;

/** True for bytes that begin as a winmail.dat does. */
export function isTnef(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('hex') === '789f3e22';
}

/** Never throws: where the row breaks off, what stood before it counts, and `damaged` says so. */
export function openTnef(bytes: Uint8Array, depth = 1): OutlookMail {
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const own = new Map<number, Value>();
  const files: { values: Map<number, Value>; data?: Uint8Array }[] = [];
  let recipients: Map<number, Value>[] = [];
  let page: number | undefined;
  const mail = { damaged: !isTnef(bytes), cut: false };
  let at = 6;
  let seen = 0;
  for (; at + 11 <= input.length && !mail.damaged; seen += 1) {
    if (seen >= MOST.attributes) {
      mail.cut = true;
      break;
    }
    const id = input.readUInt32LE(at + 1);
    const size = input.readUInt32LE(at + 5);
    const data = input.subarray(at + 9, at + 9 + size);
    if (data.length < size) mail.damaged = true;
    at += 9 + size + 2;
    let file = files.at(-1);
    if (id === FILE_BEGINS || (!file && (id === FILE_DATA || id === FILE_TITLE || id === FILE_PROPERTIES))) {
      if (files.length >= MOST.attachments) {
        mail.cut = true;
        break;
      }
      file = { values: new Map() };
      files.push(file);
    }
    if (id === CODE_PAGE && data.length >= 4) page = data.readUInt32LE(0);
    else if (id === SUBJECT) setWeakly(own, ID.subject, data);
    else if (id === BODY) setWeakly(own, ID.body, data);
    else if (id === FILE_TITLE && file) setWeakly(file.values, ID.fileName, data);
    else if (id === FILE_DATA && file) file.data = data;
    else if (id === MESSAGE_PROPERTIES) readList(data, 0, own);
    else if (id === FILE_PROPERTIES && file) readList(data, 0, file.values);
    else if (id === RECIPIENTS) recipients = readRows(data);
  }
  const outerPage = (): number | undefined => page;
  return {
    properties: propertiesOf(own, outerPage),
    recipients: recipients.map((row) => propertiesOf(row, outerPage)),
    attachments: files.map(({ values, data }) => fileOf(values, data, outerPage, depth)),
    ...mail,
  };
}

/** The old attributes are narrow, and cut file names short: a property of the same meaning outdoes them. */
function setWeakly(values: Map<number, Value>, id: number, data: Uint8Array): void {
  if (!values.has(id)) values.set(id, { type: STRING8, bytes: () => data });
}

/** A message within is a TNEF of its own, behind the name of its interface. */
const IMESSAGE = '0703020000000000c000000000000046';

function fileOf(
  values: Map<number, Value>,
  data: Uint8Array | undefined,
  outerPage: () => number | undefined,
  depth: number,
): OutlookFile {
  const properties = propertiesOf(values, outerPage);
  const object = properties.bytes(ID.data);
  const inner = object?.subarray(16);
  if (object && inner && Buffer.from(object.subarray(0, 16)).toString('hex') === IMESSAGE && isTnef(inner)) {
    if (depth < MOST.depth) return { properties, bytes: undefined, message: openTnef(inner, depth + 1) };
  }
  return { properties, bytes: data ?? object };
}

function readRows(data: Buffer): Map<number, Value>[] {
  const rows: Map<number, Value>[] = [];
  let at = 4;
  for (let left = data.length >= 4 ? data.readUInt32LE(0) : 0; left > 0 && rows.length < MOST.recipients; left -= 1) {
    const row = new Map<number, Value>();
    at = readList(data, at, row);
    if (at < 0) break;
    rows.push(row);
  }
  return rows;
}

/** Adds a list of properties; returns where it ends, or -1 where it breaks off. */
function readList(data: Buffer, start: number, values: Map<number, Value>): number {
  if (start + 4 > data.length) return -1;
  const count = data.readUInt32LE(start);
  let at = start + 4;
  for (let turn = 0; turn < count; turn += 1) {
    if (at + 4 > data.length || turn >= MOST.properties) return -1;
    const type = data.readUInt16LE(at);
    const id = data.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      // A named property: interface, kind, then a number or a name.
      if (at + 24 > data.length) return -1;
      at += data.readUInt32LE(at + 16) === 1 ? 24 + padded(data.readUInt32LE(at + 20)) : 24;
    }
    const width = WIDTH[type & 0xfff];
    const many = (type & 0x1000) !== 0;
    let items = 1;
    if (width === undefined || many) {
      if (at + 4 > data.length) return -1;
      items = data.readUInt32LE(at);
      at += 4;
    }
    let first: Buffer | undefined;
    for (let item = 0; item < items; item += 1) {
      if (at + (width ?? 4) > data.length) return -1;
      const size = width ?? data.readUInt32LE(at);
      if (width === undefined) at += 4;
      first ??= data.subarray(at, at + size);
      at += padded(size);
    }
    const bytes = first;
    if (bytes && !many && id < 0x8000) values.set(id, { type, bytes: () => bytes });
  }
  return at;
}

const padded = (size: number): number => Math.ceil(size / 4) * 4;

/** Bytes of the types of fixed length; all others say theirs. Source: MS-OXTNEF 2.1.3.5, MS-OXCDATA 2.11.1. */
const WIDTH: Record<number, number> = { 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 20: 8, 64: 8, 72: 16 };
