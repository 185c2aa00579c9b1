import { describe, expect, it } from 'vitest';
import { fileHostDownload } from '../../../src/checks/link/file-host-download.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('file-host-download', () => {
  it('catches a file on a file host', () => {
    expect(runCheck(fileHostDownload, { links: [link('https://www.mediafire.com/file/abc/report.zip')] })).toEqual({
      host: 'www.mediafire.com',
    });
  });
  it('lets the front page pass', () => {
    expect(runCheck(fileHostDownload, { links: [link('https://www.mediafire.com/')] })).toBeUndefined();
  });
  it('lets a firm’s own download pass', () => {
    // Its own server.
    expect(runCheck(fileHostDownload, { links: [link('https://files.firm.test/report.zip')] })).toBeUndefined();
  });
});
