import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zip } from '../helpers/zip.ts';

/** One change: where (as a share of the whole), how long, and a number for whatever else it needs. */
export interface Change {
  how: (typeof HOW)[number];
  at: number;
  length: number;
  number: number;
}

const HOW = ['flip', 'set', 'length', 'cut', 'repeat', 'drop', 'token', 'move', 'wrap'] as const;

/** Numbers at which readers of length fields break. */
const LENGTHS = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff];

/** What means something to some reader: boundaries, encodings, marks of structure, and halves of all of them. */
const TOKENS = [
  '--edge',
  '--edge--',
  '\r\n\r\n',
  '\r',
  '\0',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: multipart/mixed; boundary=edge\r\n\r\n--edge\r\n',
  'Content-Transfer-Encoding: base64\r\n',
  'Content-Transfer-Encoding: quoted-printable\r\n',
  '; charset=utf-7',
  '; charset=iso-2022-jp',
  "name*1*=utf-8''%",
  '=?utf-8?B?',
  '=?gb18030?Q?=81',
  '?=',
  '<',
  '<a href="',
  '<!--',
  '-->',
  '<![CDATA[',
  '<template><table><select><svg><math>',
  '&#x10ffff;',
  '&a;',
  '"',
  '(((((((',
  '\u202e\u200b\u00ad',
  '\ud800',
  'xn--',
  '%25%32%35',
  'hxxp[://]',
  '[.]',
  '发件人：',
  'From: ',
  '---------- Forwarded message ---------\n',
  'PK\x03\x04',
  'PK\x01\x02',
  'PK\x05\x06',
  '%PDF-1.7',
  'obj<</Type/ObjStm/Length 99999999>>stream',
  '{\\rtf1',
  '{\\object\\bin99999999 ',
  'BEGIN:VCALENDAR',
];

export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    how: fc.constantFrom(...HOW),
    at: fc.nat(9_999).map((place) => place / 10_000),
    length: fc.nat(64),
    number: fc.nat(0xffff),
  }),
  { minLength: 1, maxLength: 6 },
);

/** What many changes may make of a small fixture: enough to nest and repeat, too little to fuzz nothing but sizes. */
const LONGEST = 60_000;

export function mutate(bytes: Buffer, list: Change[]): Buffer {
  let out = Buffer.from(bytes);
  for (const change of list) out = step(out, change).subarray(0, LONGEST);
  return out;
}

function step(bytes: Buffer, { how, at: share, length, number }: Change): Buffer<ArrayBuffer> {
  const at = Math.floor(share * bytes.length);
  const front = bytes.subarray(0, at);
  const back = bytes.subarray(at);
  const piece = bytes.subarray(at, at + length);
  const out = Buffer.from(bytes);
  switch (how) {
    case 'flip':
      if (at < out.length) out[at] = (out[at] as number) ^ (1 << (number % 8));
      return out;
    case 'set':
      if (at < out.length) out[at] = number % 256;
      return out;
    case 'length': {
      const field = Buffer.alloc(4);
      const value = LENGTHS[number % LENGTHS.length] as number;
      if (number % 3 === 0) field.writeUInt32BE(value);
      else field.writeUInt32LE(value);
      field.copy(out, at, 0, number % 2 === 0 ? 4 : 2);
      return out;
    }
    case 'cut':
      return Buffer.from(front);
    case 'repeat':
      return Buffer.concat([front, ...Array<Buffer>(1 + (number % 40)).fill(piece), back]);
    case 'drop':
      return Buffer.concat([front, back.subarray(length)]);
    case 'token':
      return Buffer.concat([front, Buffer.from(TOKENS[number % TOKENS.length] as string, 'utf8'), back]);
    case 'move':
      return Buffer.concat([front, back.subarray(length), piece]);
    case 'wrap':
      return wrap(bytes, number);
  }
}

/** The whole once more inside of something else, as nested mail and packed files are. */
function wrap(bytes: Buffer, number: number): Buffer<ArrayBuffer> {
  const part = (type: string, encoding: string, body: string): Buffer<ArrayBuffer> =>
    Buffer.from(
      `From: a@a.test\r\nTo: b@a.test\r\nSubject: x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`,
      'latin1',
    );
  switch (number % 6) {
    case 0:
      return Buffer.from(gzipSync(bytes));
    case 1:
      return Buffer.from(zip([{ name: `a.${number}`, content: bytes }]));
    case 2:
      return part('message/rfc822', '7bit', bytes.toString('latin1'));
    case 3:
      return part('application/octet-stream; name=a', 'base64', bytes.toString('base64'));
    case 4:
      return part('text/html', 'base64', bytes.toString('base64'));
    default:
      return part('text/plain', 'quoted-printable', bytes.toString('hex').replace(/../g, '=$&'));
  }
}
