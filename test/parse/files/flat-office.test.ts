import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { readSpecimen } from '../../../src/parse/read.ts';
import { office, vbaProject } from '../../helpers/office.ts';
import { oldObject, packaged } from '../../helpers/old-object.ts';

const look = (bytes: Uint8Array | string, name: string) =>
  readFile({ bytes: Buffer.from(bytes), name, declaredType: '', inline: false });
const project = vbaProject('Sub AutoOpen()\r\n  Shell "calc"\r\nEnd Sub');
const activeMime = Buffer.concat([Buffer.from('ActiveMime'), Buffer.alloc(0x32 - 10), deflateSync(project)]);
const macros = ['macro', 'macro-auto-open', 'macro-runs-programs'];

describe('a document of Office in one file', () => {
  test('macros in the XML of Word 2003', async () => {
    const source = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument><w:docSuppData><w:binData w:name="editdata.mso">${activeMime.toString('base64')}</w:binData></w:docSuppData><w:t>Enable content</w:t></w:wordDocument>`;
    const content = await look(source, 'order.doc');
    expect(content).toMatchObject({ type: 'xml', gaps: [] });
    expect(content.traits).toEqual(expect.arrayContaining(macros));
  });

  test('macros in a flat package', async () => {
    const source = `<?xml version="1.0"?><pkg:package><pkg:part pkg:name="/word/vbaProject.bin"><pkg:binaryData>${project.toString('base64')}</pkg:binaryData></pkg:part></pkg:package>`;
    expect((await look(source, 'order.xml')).traits).toEqual(expect.arrayContaining(macros));
  });

  test('macros in a document saved as a web page', async () => {
    const source = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html',
      '',
      '<p>Enable content</p>',
      '--b',
      'Content-Type: application/x-mso',
      'Content-Location: editdata.mso',
      'Content-Transfer-Encoding: base64',
      '',
      activeMime.toString('base64'),
      '--b--',
      '',
    ].join('\r\n');
    const { attachments } = await readSpecimen({ kind: 'file', bytes: Buffer.from(source), name: 'order.doc' }, 's1');
    expect(attachments.flatMap(({ traits }) => traits)).toEqual(expect.arrayContaining(macros));
  });

  test('an ordinary XML file is no document', async () => {
    expect(await look('<?xml version="1.0"?><list><binData>aGVsbG8=</binData></list>', 'a.xml')).toMatchObject({
      traits: [],
      entries: [],
    });
  });

  test('one that inflates without end, and one that is broken', async () => {
    const bomb = Buffer.concat([activeMime.subarray(0, 0x32), deflateSync(Buffer.alloc(40_000_000))]);
    expect((await look(bomb, 'a.mso')).gaps).toMatchObject([{ blinding: true }]);
    expect((await look(activeMime.subarray(0, 0x40), 'a.mso')).gaps).toMatchObject([{ why: 'unreadable' }]);
  });
});

test('a document of another format taken into a letter is looked into', async () => {
  const object = oldObject('Package', packaged('run.exe', 'MZ\x90\0\x03\0\0\0'));
  const rtf = `{\\rtf1{\\object{\\*\\objdata ${object}}}}`;
  const content = await look(office('docx', 'x', [{ name: 'word/afchunk.rtf', content: rtf }]), 'a.docx');
  expect(content.traits).toEqual(['program-inside']);
});

test('what nobody knows in a package hides nothing that Word would show', async () => {
  const content = await look(
    office('docx', 'x', [{ name: '[trash]/0000.dat', content: Buffer.alloc(99, 7) }]),
    'a.docx',
  );
  expect(content).toMatchObject({ traits: [], gaps: [] });
});
