import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../../../src/checks/attachment/empty-document.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';

const check = (name: string, size = 0, parts: Parameters<typeof message>[0] = {}) =>
  runCheck(emptyDocument, {
    messages: [message({ from: 'bo@strange.example', ...parts })],
    attachments: [attachment(name, { size })],
  });

describe('empty-document', () => {
  it('catches a document or invitation without a byte', () => {
    expect(check('HELLO.pdf')).toEqual({ name: 'HELLO.pdf' });
    expect(check('invite.ics')).toBeDefined();
  });

  it('lets a document with something in it pass', () => {
    expect(check('HELLO.pdf', 1)).toBeUndefined();
  });

  it('lets empty texts and archives, failed scans, colleagues and answers pass', () => {
    expect(check('errors.log')).toBeUndefined();
    expect(check('backup.gz')).toBeUndefined();
    expect(check('Scan_0031.pdf')).toBeUndefined();
    expect(check('a.pdf', 0, { from: 'bo@hospital.example' })).toBeUndefined();
    expect(check('a.pdf', 0, { isReply: true })).toBeUndefined();
  });
});
