import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/parse/files/read-file.ts';
import { readSpecimen } from '../../../src/parse/read.ts';
import { lockedZip } from '../../helpers/archives.ts';
import { office, vbaProject } from '../../helpers/office.ts';
import { zip } from '../../helpers/zip.ts';

const files = [
  { name: 'note.txt', content: 'see https://evil.example/in' },
  { name: 'more.zip', content: zip([{ name: 'run.exe', content: 'MZ' }]) },
];
const look = (bytes: Uint8Array, passwords: string[]) =>
  readFile({ bytes, name: 'a.zip', declaredType: '', inline: false, passwords });

describe.each(['old', 'aes'] as const)('a zip with the %s lock', (how) => {
  const bytes = lockedZip(files, 'Spring2026', how);

  test('opens with a password of the mail, and is looked into', async () => {
    const content = await look(bytes, ['wrong', 'Spring2026']);
    expect(content.traits).toEqual(['encrypted', 'opened-with-mail-password', 'program-inside']);
    expect(content.entries.map(({ name }) => name)).toEqual(['note.txt', 'more.zip', 'more.zip/run.exe']);
    expect(content.links.map(({ url }) => url)).toEqual(['https://evil.example/in']);
    expect(content.gaps.map(({ why }) => why)).not.toContain('encrypted');
  });

  test('stays closed to other words, and says so', async () => {
    for (const passwords of [[], ['spring2026', '', 'x'.repeat(1000)]]) {
      const content = await look(bytes, passwords);
      expect(content.traits).toEqual(['encrypted']);
      expect(content.entries.map(({ name }) => name)).toEqual(['note.txt', 'more.zip']);
      expect(content.gaps).toMatchObject([{ why: 'encrypted', blinding: true }]);
    }
  });

  test('a macro behind the lock is seen', async () => {
    const macro = 'Sub AutoOpen()\r\n Shell "powershell"\r\nEnd Sub';
    const document = office('docm', 'Invoice', [{ name: 'word/vbaProject.bin', content: vbaProject(macro) }]);
    const content = await look(lockedZip([{ name: 'invoice.docm', content: document }], '4711', how), ['4711']);
    expect(content.traits).toContain('macro-auto-open');
  });
});

test('many members and many words take no longer than the smallest member allows', async () => {
  const many = Array.from({ length: 1_000 }, (_, index) => ({ name: `${index}.txt`, content: 'a longer text' }));
  const begin = performance.now();
  const words = Array.from({ length: 200 }, (_, index) => `word${index}`);
  const { gaps } = await look(lockedZip(many, 'secret', 'old'), words);
  expect(gaps).toMatchObject([{ why: 'encrypted' }]);
  expect(performance.now() - begin).toBeLessThan(2_000);
});

test('the password stands in the mail; it is in no part of the evidence but the text itself', async () => {
  const attached = lockedZip(files, 'Fr7!kx', 'aes').toString('base64');
  const mail = [
    'From: Accounts <accounts@supplier.example>',
    'To: ward@hospital.example',
    'Subject: Invoice',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'The archive is protected. Password: Fr7!kx',
    '--b',
    'Content-Type: application/zip; name="invoice.zip"',
    'Content-Disposition: attachment; filename="invoice.zip"',
    'Content-Transfer-Encoding: base64',
    '',
    attached,
    '--b--',
  ].join('\r\n');
  const { attachments, gaps } = await readSpecimen({ kind: 'mail', bytes: Buffer.from(mail) }, 's1');
  expect(attachments[0]?.traits).toContain('opened-with-mail-password');
  expect(gaps.map(({ why }) => why)).not.toContain('encrypted');
  expect(JSON.stringify(attachments)).not.toContain('Fr7!kx');
});
