import { describe, expect, it } from 'vitest';
import { directDownload } from '../../../src/checks/link/direct-download.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('direct-download', () => {
  it('catches a program', () => {
    expect(runCheck(directDownload, { links: [link('https://evil.test/files/setup%20now.exe')] })).toEqual({
      host: 'evil.test',
      file: 'setup now.exe',
    });
  });
  it('catches a disk image', () => {
    expect(runCheck(directDownload, { links: [link('https://evil.test/a.iso')] })).toBeDefined();
  });
  it('lets a well-known site pass', () => {
    // Makers link to their own programs.
    expect(runCheck(directDownload, { links: [link('https://google.com/chrome.exe')] })).toBeUndefined();
  });
  it('lets a page pass that ends like a program', () => {
    // .com at the end of a path is a site.
    expect(runCheck(directDownload, { links: [link('https://firm.test/go/www.partner.com')] })).toBeUndefined();
  });
  it('lets scripts of web pages pass', () => {
    expect(runCheck(directDownload, { links: [link('https://firm.test/app.js')] })).toBeUndefined();
  });
});
