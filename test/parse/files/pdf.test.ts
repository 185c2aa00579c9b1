import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFString, StandardFonts } from 'pdf-lib';
import { toBuffer } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { lockedPdf } from '../../helpers/locked-pdf.ts';

const look = (bytes: Uint8Array) => readFile({ bytes, name: 'a.pdf', declaredType: '', inline: false });
const whys = (content: { gaps: { why: string }[] }) => content.gaps.map((gap) => gap.why);

/** A PDF of one page a text; `change` gets at the document before it is written. */
async function pdf(texts: string[], change?: (doc: PDFDocument) => unknown, compressed = true): Promise<Buffer> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  for (const text of texts) doc.addPage().drawText(text, { font, x: 50, y: 500 });
  await change?.(doc);
  return Buffer.from(await doc.save({ useObjectStreams: compressed }));
}

function link(doc: PDFDocument, url: string): void {
  const { context } = doc;
  const annotation = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 100, 100],
      A: { Type: 'Action', S: 'URI', URI: PDFString.of(url) },
    }),
  );
  doc.getPage(0).node.set(PDFName.of('Annots'), context.obj([annotation]));
}

/** A PDF made of the given objects, with no table of where they stand. */
function raw(objects: (string | Buffer)[]): Buffer {
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((object) => Buffer.from(object)),
    Buffer.from('\n%%EOF'),
  ]);
}

test.each([true, false])('words and links (objects packed: %s)', async (compressed) => {
  const bytes = await pdf(['Verify your account'], (doc) => link(doc, 'https://evil.example/login'), compressed);
  const content = await look(bytes);
  expect(content).toMatchObject({ type: 'pdf', text: 'Verify your account', traits: ['pdf-one-page'], gaps: [] });
  expect(content.content).toContain('Verify your account');
  expect(content.links).toEqual([{ url: 'https://evil.example/login', source: 'document' }]);
});

test('an address in the words is a link as well', async () => {
  expect((await look(await pdf(['go to hxxp://evil[.]example/a']))).links).toEqual([
    { url: 'http://evil.example/a', source: 'document' },
  ]);
});

test('a code in a picture', async () => {
  const png = await toBuffer('https://evil.example/qr', { width: 200 });
  const bytes = await pdf(['Scan me'], async (doc) => doc.getPage(0).drawImage(await doc.embedPng(png)));
  const content = await look(bytes);
  expect(content.links).toEqual([{ url: 'https://evil.example/qr', source: 'qr' }]);
  expect(content.gaps).toEqual([]);
});

test('pages without a word are pictures that nobody read', async () => {
  expect((await look(await pdf(['']))).gaps).toMatchObject([{ why: 'unreadable', blinding: true }]);
});

describe('what runs', () => {
  const runs = ({ traits }: { traits: string[] }) => traits.filter((trait) => trait !== 'pdf-one-page');
  test.each([true, false])('JavaScript (objects packed: %s)', async (compressed) => {
    const bytes = await pdf(['x'], (doc) => doc.addJavaScript('main', 'app.alert(1)'), compressed);
    expect(runs(await look(bytes))).toEqual(['pdf-javascript']);
  });

  test('a name with its letters as numbers', async () => {
    const bytes = raw(['1 0 obj <</Type/Catalog/OpenAction<</S/J#61vaScr#69pt/J#53(app.alert\\(1\\))>>>> endobj']);
    expect(runs(await look(bytes))).toEqual(['pdf-javascript']);
  });

  test('a launch action', async () => {
    const bytes = await pdf(['x'], (doc) =>
      doc.catalog.set(PDFName.of('OpenAction'), doc.context.obj({ S: 'Launch', F: PDFString.of('cmd.exe') })),
    );
    expect(runs(await look(bytes))).toEqual(['pdf-launch']);
  });

  test.each(['%stream\n', 'endstream\n', '% <</Filter/FlateDecode>>stream\n'])(
    'behind a false %j',
    async (disguise) => {
      const bytes = raw([disguise, '1 0 obj <</Type/Catalog/OpenAction<</S/JavaScript/JS(x)>>>> endobj']);
      expect(runs(await look(bytes))).toEqual(['pdf-javascript']);
    },
  );

  test('an address behind a false end of a stream', async () => {
    const bytes = raw(['endstream\n1 0 obj <</S/URI/URI(https://evil.example/a)>> endobj']);
    expect((await look(bytes)).links).toEqual([{ url: 'https://evil.example/a', source: 'document' }]);
  });

  test('a form that sends elsewhere', async () => {
    const bytes = raw(['1 0 obj <</S/SubmitForm/F(https://evil.example/collect\\(1\\))>> endobj']);
    expect((await look(bytes)).links).toEqual([{ url: 'https://evil.example/collect(1)', source: 'document' }]);
  });

  test('words about JavaScript run nothing', async () => {
    expect(runs(await look(await pdf(['/JavaScript /Launch (app.alert)'], undefined, false)))).toEqual([]);
  });

  test('a file packed into the PDF is listed and looked into', async () => {
    const page = Buffer.from('<script>1</script><input type=password>');
    const bytes = await pdf(['x'], (doc) => doc.attach(page, 'open me.html', { mimeType: 'text/html' }));
    const content = await look(bytes);
    expect(content.entries).toEqual([{ name: 'open me.html', size: page.length, encrypted: false }]);
    expect(runs(content)).toEqual(['html-script', 'html-password-form']);
  });
});

describe('a PDF that a password locks', () => {
  const locked = (password: string) => lockedPdf('Open your statement', 'https://evil.example/locked', password);
  const open = (bytes: Uint8Array, passwords: string[]) =>
    readFile({ bytes, name: 'a.pdf', declaredType: '', inline: false, passwords });

  test('opens with a word of the mail', async () => {
    const content = await open(locked('4711'), ['wrong', '4711']);
    expect(content.traits).toEqual(['encrypted', 'opened-with-mail-password', 'pdf-one-page']);
    expect(content.text).toBe('Open your statement');
    expect(content.links).toEqual([{ url: 'https://evil.example/locked', source: 'document' }]);
    expect(content.gaps).toEqual([]);
  });

  test('stays closed to all other words, and is a gap', async () => {
    const content = await open(
      locked('4711'),
      Array.from({ length: 50 }, (_, at) => `wrong${at}`),
    );
    expect(content.traits).toEqual(['encrypted']);
    expect(whys(content)).toEqual(['encrypted']);
  });

  test('is not locked for a reader when only changes are', async () => {
    const content = await open(locked(''), []);
    expect(content).toMatchObject({ text: 'Open your statement', gaps: [] });
    expect(content.traits).toEqual(['pdf-one-page']);
  });
});

test('an address that a line breaks is read whole', async () => {
  const bytes = await pdf([''], (doc) => {
    const page = doc.getPage(0);
    page.drawText('Sign in at https://evil.example/account-\nreview/step2?id=77\nBefore Friday', { x: 50, y: 500 });
  });
  expect((await look(bytes)).links).toContainEqual({
    url: 'https://evil.example/account-review/step2?id=77',
    source: 'document',
  });
});

test('a file on a share, an address in octal digits', async () => {
  const bytes = raw([
    '1 0 obj <</S/GoToR/F(\\\\\\\\203.0.113.9\\\\share\\\\a.pdf)>> endobj 2 0 obj <</S/URI/URI(\\150ttps://evil.example/o)>> endobj',
  ]);
  expect((await look(bytes)).links.map(({ url }) => url)).toEqual([
    'file://203.0.113.9/share/a.pdf',
    'https://evil.example/o',
  ]);
});

test('an encrypted PDF is a trait and a gap', async () => {
  const bytes = raw([
    '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj ',
    `3 0 obj <</Filter/Standard/V 2/R 3/Length 128/P -4/O(${'o'.repeat(32)})/U(${'u'.repeat(32)})>> endobj `,
    `trailer <</Root 1 0 R/Encrypt 3 0 R/ID[(${'i'.repeat(16)})(${'i'.repeat(16)})]>>`,
  ]);
  const content = await look(bytes);
  expect(content.traits).toEqual(['encrypted']);
  expect(whys(content)).toEqual(['encrypted']);
});

describe('hostile', () => {
  test('more pages than are read', async () => {
    const content = await look(await pdf(Array.from({ length: 25 }, (_, page) => `page ${page}`)));
    expect(content.text).toContain('page 19');
    expect(content.text).not.toContain('page 20');
    expect(content.gaps).toMatchObject([{ why: 'too-many', blinding: false }]);
  });

  test('a truncated file: what stands in the open is found, and the rest is a gap', async () => {
    const bytes = await pdf(['Verify'], (doc) => link(doc, 'https://evil.example/x'), false);
    for (const share of [0.2, 0.5, 0.8]) {
      const content = await look(bytes.subarray(0, Math.floor(bytes.length * share)));
      expect(content.gaps.length, `cut at ${share}`).toBeGreaterThan(0);
    }
  }, 10_000);

  const stream = (dictionary: string, data: Uint8Array) =>
    Buffer.concat([
      Buffer.from(`<<${dictionary}/Length ${data.length}>> stream\n`),
      data,
      Buffer.from('\nendstream endobj '),
    ]);
  const page = (filter: string, data: Uint8Array) =>
    raw([
      '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj ',
      '3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>> endobj 4 0 obj ',
      stream(filter, data),
      'trailer <</Root 1 0 R>>',
    ]);
  const zeros = Buffer.alloc(40_000_000, ' ');

  test('a stream that inflates without end is never handed to pdf.js', async () => {
    const before = process.memoryUsage().arrayBuffers;
    expect(whys(await look(page('/Filter/FlateDecode', deflateSync(zeros))))).toEqual(['too-large']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(60_000_000);
  });

  test('a stream that is packed twice or thrice', async () => {
    const twice = deflateSync(deflateSync(zeros));
    expect(whys(await look(page('/Filter[/FlateDecode/FlateDecode]', twice)))).toEqual(['too-large']);
    const thrice = deflateSync(deflateSync(deflateSync(Buffer.from('BT ET'))));
    expect(whys(await look(page('/Filter[/FlateDecode/FlateDecode/FlateDecode]', thrice)))).toEqual(['too-large']);
  });

  test('much that is packed in a way whose size cannot be told', async () => {
    expect(whys(await look(page('/Filter/LZWDecode', Buffer.alloc(300_000, 'x'))))).toEqual(['too-large']);
  });

  test('pictures that claim more pixels than anybody would decode', async () => {
    const bytes = page('/Subtype/Image/Width 30000/Height 30000/Filter/DCTDecode', Buffer.from('x'));
    expect((await look(bytes)).gaps).toContainEqual(expect.objectContaining({ why: 'too-large', what: 'picture' }));
  });

  test('pages whose parent is themselves', async () => {
    const bytes = raw([
      '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj ',
      '2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999/Parent 2 0 R>> endobj ',
      'trailer <</Root 1 0 R>>',
    ]);
    expect((await look(bytes)).gaps.length).toBeGreaterThan(0);
  }, 10_000);

  test('arrays nested a hundred thousand deep, and tables that point at themselves', async () => {
    const deep = raw([`1 0 obj ${'['.repeat(100_000)}`, 'trailer <</Root 1 0 R/Prev 9>> startxref\n9\n']);
    expect((await look(deep)).gaps.length).toBeGreaterThan(0);
  }, 10_000);
});

test('a form drawn inside itself ends', async () => {
  const bytes = await pdf(
    ['Verify your account'],
    (doc) => {
      const { context } = doc;
      const reference = context.nextRef();
      const form = context.stream('/X Do', {
        Type: 'XObject',
        Subtype: 'Form',
        BBox: [0, 0, 9, 9],
        Resources: { XObject: { X: reference } },
      });
      context.assign(reference, form);
      const { node } = doc.getPage(0);
      node.newXObject('X', reference);
      const contents = node.Contents();
      if (contents instanceof PDFArray) contents.push(context.register(context.stream('/X Do')));
    },
    false,
  );
  expect((await look(bytes)).text).toContain('Verify your account');
}, 10_000);
