import { createHash } from 'node:crypto';

/** Builds a PDF of one page that a password locks, by the oldest of the PDF format's locks (RC4 of 40 bits). */
export function lockedPdf(words: string, url: string, password: string): Buffer {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), PADDING]).subarray(0, 32);
  const owner = rc4(md5(Buffer.concat([Buffer.from('owner'), PADDING]).subarray(0, 32)).subarray(0, 5), padded);
  const id = Buffer.alloc(16, 7);
  const permissions = Buffer.from([0xfc, 0xff, 0xff, 0xff]);
  const key = md5(Buffer.concat([padded, owner, permissions, id])).subarray(0, 5);
  const sealed = (data: Buffer, object: number): Buffer =>
    rc4(md5(Buffer.concat([key, Buffer.from([object, 0, 0, 0, 0])])).subarray(0, 10), data);
  const content = sealed(Buffer.from(`BT /F 12 Tf 20 200 Td (${words}) Tj ET`), 4);
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj ',
    ),
    Buffer.from('3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Annots[6 0 R]'),
    Buffer.from('/Resources<</Font<</F 5 0 R>>>>>> endobj '),
    Buffer.from(`4 0 obj <</Length ${content.length}>> stream\n`),
    content,
    Buffer.from('\nendstream endobj 5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj '),
    Buffer.from('6 0 obj <</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI<'),
    Buffer.from(sealed(Buffer.from(url), 6).toString('hex')),
    Buffer.from('>>>>> endobj 7 0 obj <</Filter/Standard/V 1/R 2/P -4'),
    Buffer.from(`/O<${owner.toString('hex')}>/U<${rc4(key, PADDING).toString('hex')}>>> endobj `),
    Buffer.from(`trailer <</Root 1 0 R/Encrypt 7 0 R/ID[<${id.toString('hex')}><${id.toString('hex')}>]>>\n%%EOF`),
  ]);
}

/** ISO 32000-1, 7.6.3.3. */
const PADDING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

const md5 = (data: Buffer): Buffer => createHash('md5').update(data).digest();

function rc4(key: Buffer, data: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] as number, state[a] as number];
  };
  for (let at = 0, j = 0; at < 256; at += 1) {
    j = (j + (state[at] as number) + (key[at % key.length] as number)) & 255;
    swap(at, j);
  }
  let [i, j] = [0, 0];
  return data.map((byte) => {
    i = (i + 1) & 255;
    j = (j + (state[i] as number)) & 255;
    swap(i, j);
    return byte ^ (state[((state[i] as number) + (state[j] as number)) & 255] as number);
  }) as Buffer;
}
