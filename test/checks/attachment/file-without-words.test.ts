import { describe, expect, it } from 'vitest';
import { fileWithoutWords } from '../../../src/checks/attachment/file-without-words.ts';
import type { Attachment } from '../../../src/model.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';

function check(file: Attachment, parts: Parameters<typeof message>[0] = {}) {
  const messages = [message({ from: 'bo@gmail.com', to: ['ada@hospital.example'], ...parts })];
  return runCheck(fileWithoutWords, { messages, attachments: [file] });
}

describe('file-without-words', () => {
  it('catches an archive, a page and a document with a program, and nothing else', () => {
    expect(check(attachment('order.zip'))).toEqual({ name: 'order.zip' });
    expect(check(attachment('order.html'), { text: ' \n' })).toEqual({ name: 'order.html' });
    expect(check(attachment('order.doc', { traits: ['macro'] }))).toEqual({ name: 'order.doc' });
  });

  it('lets a file with a word of explanation pass', () => {
    expect(
      check(attachment('photos.zip'), { text: 'Here are the photos of Sunday’s walk, as promised.' }),
    ).toBeUndefined();
  });

  it('lets a scan or a picture without a word pass', () => {
    expect(check(attachment('scan.pdf'))).toBeUndefined();
    expect(check(attachment('garden.jpg'))).toBeUndefined();
  });

  it('lets colleagues, oneself and answers pass', () => {
    expect(check(attachment('a.zip'), { from: 'bo@hospital.example' })).toBeUndefined();
    expect(check(attachment('a.zip'), { to: ['bo@gmail.com'] })).toBeUndefined();
    expect(check(attachment('a.zip'), { isReply: true })).toBeUndefined();
  });

  it('lets a mail of which only the quoted part is known pass', () => {
    expect(check(attachment('a.zip'), { form: 'quoted' })).toBeUndefined();
  });
});
