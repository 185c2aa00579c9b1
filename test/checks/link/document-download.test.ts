import { describe, expect, it } from 'vitest';
import { documentDownload } from '../../../src/checks/link/document-download.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('document-download', () => {
  it('catches an archive', () => {
    expect(runCheck(documentDownload, { links: [link('https://evil.test/invoice.zip')] })).toEqual({
      host: 'evil.test',
      file: 'invoice.zip',
    });
  });
  it('catches a macro document under a Chinese name', () => {
    expect(runCheck(documentDownload, { links: [link('http://evil.test/%E6%AD%A6%E6%B1%89.xlsm')] })).toEqual({
      host: 'evil.test',
      file: '武汉.xlsm',
    });
  });
  it('lets source archives pass', () => {
    // Only developers are sent them.
    expect(runCheck(documentDownload, { links: [link('https://code.test/tool-1.2.tar.gz')] })).toBeUndefined();
  });
  it('lets a plain document pass', () => {
    expect(runCheck(documentDownload, { links: [link('https://firm.test/report.pdf')] })).toBeUndefined();
  });
});
