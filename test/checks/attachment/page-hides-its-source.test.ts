import { describe, expect, it } from 'vitest';
import { pageHidesItsSource } from '../../../src/checks/attachment/page-hides-its-source.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('page-hides-its-source', () => {
  it('catches a page that unpacks itself', () => {
    const file = attachment('C:\\in\\invoice.html', { type: 'html', traits: ['html-script', 'html-hides-source'] });
    expect(runCheck(pageHidesItsSource, { attachments: [file] })).toEqual({ name: 'invoice.html' });
  });
  it('lets a page with an open script pass', () => {
    const file = attachment('report.html', { type: 'html', traits: ['html-script'] });
    expect(runCheck(pageHidesItsSource, { attachments: [file] })).toBeUndefined();
  });
});
