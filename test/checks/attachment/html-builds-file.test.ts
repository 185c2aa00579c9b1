import { describe, expect, it } from 'vitest';
import { htmlBuildsFile } from '../../../src/checks/attachment/html-builds-file.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('html-builds-file', () => {
  it('catches a page that builds a file', () => {
    expect(
      runCheck(htmlBuildsFile, {
        attachments: [attachment('invoice.html', { type: 'html', traits: ['html-script', 'html-builds-file'] })],
      }),
    ).toEqual({ name: 'invoice.html' });
  });

  it('lets a page with a script that does less pass', () => {
    expect(
      runCheck(htmlBuildsFile, { attachments: [attachment('map.html', { type: 'html', traits: ['html-script'] })] }),
    ).toBeUndefined();
  });

  it('lets a plain page pass', () => {
    expect(runCheck(htmlBuildsFile, { attachments: [attachment('programme.html', { type: 'html' })] })).toBeUndefined();
  });
});
