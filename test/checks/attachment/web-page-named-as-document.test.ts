import { describe, expect, it } from 'vitest';
import { webPageNamedAsDocument } from '../../../src/checks/attachment/web-page-named-as-document.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('web-page-named-as-document', () => {
  it('catches a page behind a document’s ending', () => {
    expect(runCheck(webPageNamedAsDocument, { attachments: [attachment('Invoice_0042.PDF.htm')] })).toEqual({
      name: 'Invoice_0042.PDF.htm',
      shown: 'pdf',
    });
  });

  it('lets a plain web page pass', () => {
    expect(runCheck(webPageNamedAsDocument, { attachments: [attachment('programme.html')] })).toBeUndefined();
  });

  it('lets a saved page that is named after its site pass', () => {
    expect(
      runCheck(webPageNamedAsDocument, { attachments: [attachment('www.hospital.example.html')] }),
    ).toBeUndefined();
  });
});
