import CFB from 'cfb';
import { type ZipPart, zip } from './zip.ts';

/** Compresses macro source as MS-OVBA 2.4.1 asks, with literals only: one flag byte before every eight letters. */
export function compressVba(source: Uint8Array): Buffer {
  const chunks: Buffer[] = [Buffer.from([1])];
  // 3,600 letters and their flag bytes fit into one chunk of 4,096.
  for (let at = 0; at < source.length; at += 3_600) {
    const piece = source.subarray(at, at + 3_600);
    const tokens: Buffer[] = [];
    for (let from = 0; from < piece.length; from += 8) {
      tokens.push(Buffer.from([0]), Buffer.from(piece.subarray(from, from + 8)));
    }
    const data = Buffer.concat(tokens);
    const header = Buffer.alloc(2);
    header.writeUInt16LE(0xb000 | (data.length + 2 - 3));
    chunks.push(header, data);
  }
  return Buffer.concat(chunks);
}

function record(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(id);
  head.writeUInt32LE(data.length, 2);
  return Buffer.concat([head, data]);
}

function number(value: number, bytes: 2 | 4): Buffer {
  const out = Buffer.alloc(bytes);
  out.writeUIntLE(value, 0, bytes);
  return out;
}

/** The streams of a macro project with one module, `Module1`. */
export function vbaStreams(source: string, { withDirectory = true, folder = '' } = {}): Record<string, Buffer> {
  const text = Buffer.from(`Attribute VB_Name = "Module1"\r\n${source}`);
  // Compiled code stands before the source in a real module; a few bytes stand for it.
  const compiled = Buffer.from('compiled code');
  const directory = Buffer.concat([
    record(0x03, number(1252, 2)),
    Buffer.from([9, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2, 0]), // the version record: says 4, has 6
    record(0x1a, Buffer.from('Module1')),
    record(0x31, number(compiled.length, 4)),
  ]);
  return {
    [`${folder}VBA/Module1`]: Buffer.concat([compiled, compressVba(text)]),
    ...(withDirectory && { [`${folder}VBA/dir`]: compressVba(directory) }),
  };
}

/** A compound file with the given streams. */
export function ole(streams: Record<string, Uint8Array>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${path}`, Buffer.from(content));
  return Buffer.from(CFB.write(file, { type: 'buffer' }));
}

export function vbaProject(source: string, options: { withDirectory?: boolean } = {}): Buffer {
  return ole(vbaStreams(source, options));
}

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
};

/** An Office package of the given kind; `parts` come beside the content types and the main part. */
export function office(kind: keyof typeof TYPES, words: string, parts: ZipPart[] = []): Buffer {
  const main = { d: 'word/document.xml', x: 'xl/workbook.xml', p: 'ppt/presentation.xml' }[kind[0] as 'd' | 'x' | 'p'];
  return zip([
    {
      name: '[Content_Types].xml',
      content: `<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${TYPES[kind]}"/></Types>`,
    },
    { name: main, content: `<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>` },
    ...parts,
  ]);
}

export interface Relationship {
  type: string;
  target: string;
  external?: boolean;
}

/** The part that says what `word/document.xml` points at. */
export function relationships(list: Relationship[]): ZipPart {
  const each = list.map(
    ({ type, target, external = true }, index) =>
      `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return { name: 'word/_rels/document.xml.rels', content: `<Relationships>${each.join('')}</Relationships>` };
}
