import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensionOf } from '../../../src/parse/files/extension.ts';

test.each([
  ['report.pdf', 'pdf'],
  ['REPORT.PDF', 'pdf'],
  ['archive.tar.gz', 'gz'],
  ['none', ''],
  ['invoice.pdf.exe', 'exe'],
  // What Windows drops from the end, and what no file list shows.
  ['invoice.exe. . .', 'exe'],
  ['invoice.exe\u00a0', 'exe'],
  ['invoice\u202efdp.exe', 'exe'],
  ['invoice.e\u200bx\u00ade', 'exe'],
  ['invoice.exe\u0000.pdf', 'pdf'],
  ['invoice.exe:hidden.txt', 'exe'],
  ['invoice.ｅｘｅ', 'exe'],
  // One sign that folds into `a/c`.
  ['invoice.\u2100', ''],
  ['..\\..\\start up\\run.bat', 'bat'],
  ['folder.pdf/run', ''],
  ['.htaccess', 'htaccess'],
  ['武汉旅行信息收集申请表.xlsm', 'xlsm'],
])('%j is opened as %j', (name, extension) => {
  expect(extensionOf(name)).toBe(extension);
});

test('any name gives a short, lower-case word without dots or path parts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const extension = extensionOf(name);
      expect(extension.length).toBeLessThanOrEqual(32);
      expect(extension).not.toMatch(/[./\\]/);
      expect(extension).toBe(extension.toLowerCase());
    }),
  );
});
