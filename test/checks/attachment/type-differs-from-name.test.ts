import { describe, expect, it } from 'vitest';
import { typeDiffersFromName } from '../../../src/checks/attachment/type-differs-from-name.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('type-differs-from-name', () => {
  it('catches a program named as a picture', () => {
    expect(runCheck(typeDiffersFromName, { attachments: [attachment('photo.jpg', { type: 'exe' })] })).toEqual({
      name: 'photo.jpg',
      type: 'exe',
    });
  });

  it('catches a web page named as a document', () => {
    expect(runCheck(typeDiffersFromName, { attachments: [attachment('bill.pdf', { type: 'html' })] })).toEqual({
      name: 'bill.pdf',
      type: 'html',
    });
  });

  it('lets one kind of picture for another pass', () => {
    expect(runCheck(typeDiffersFromName, { attachments: [attachment('photo.jpg', { type: 'png' })] })).toBeUndefined();
  });

  it('lets a table of figures saved as .xls pass', () => {
    expect(
      runCheck(typeDiffersFromName, { attachments: [attachment('figures.xls', { type: 'html' })] }),
    ).toBeUndefined();
  });

  it('lets a Word file pass, which is a packed folder inside', () => {
    expect(
      runCheck(typeDiffersFromName, { attachments: [attachment('letter.docx', { type: 'zip' })] }),
    ).toBeUndefined();
  });

  it('lets an encrypted Word file pass, which is an old container inside', () => {
    expect(
      runCheck(typeDiffersFromName, { attachments: [attachment('letter.docx', { type: 'ole' })] }),
    ).toBeUndefined();
  });

  it('lets what nobody could recognise pass', () => {
    expect(runCheck(typeDiffersFromName, { attachments: [attachment('bill.pdf', { type: '' })] })).toBeUndefined();
  });
});
