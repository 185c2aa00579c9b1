import { describe, expect, it } from 'vitest';
import { caseKeys } from '../../src/cases/fingerprint.ts';
import { attachment, evidence, link, message } from '../helpers/evidence.ts';

const text = 'Dear colleague, please fill in the application form before noon today.';
const mail = (parts = {}) =>
  evidence({
    messages: [
      message({ from: 'Office <office@nhc-gov.example>', subject: 'Form', text, messageId: '<a@x>', ...parts }),
    ],
    links: [link('https://nhc-gov.example/form')],
  });
const common = (a: string[], b: string[]): boolean => a.some((key) => b.includes(key));

describe('case keys', () => {
  it('are the same for the same mail, however white space and case were mangled on the way', () => {
    const mangled = mail({ text: text.toUpperCase().replaceAll(' ', '\n  ') });
    expect(common(caseKeys(mail(), 'r1'), caseKeys(mangled, 'r2'))).toBe(true);
  });

  it('are the same when Slack dropped the Message-ID', () => {
    expect(common(caseKeys(mail(), 'r1'), caseKeys(mail({ messageId: undefined }), 'r2'))).toBe(true);
  });

  it('differ when the Message-ID is the same and the words are not: the attacker chooses the id', () => {
    const other = mail({ text: 'Nothing to see here, a harmless text of sufficient length to be recognised.' });
    expect(common(caseKeys(mail(), 'r1'), caseKeys(other, 'r2'))).toBe(false);
  });

  it('differ when the words are the same and a link is not', () => {
    const other = { ...mail(), links: [link('https://evil.example/form')] };
    expect(common(caseKeys(mail(), 'r1'), caseKeys(other, 'r2'))).toBe(false);
  });

  it('differ when a file differs', () => {
    const one = evidence({ attachments: [attachment('a.pdf', { sha256: '1' })] });
    const two = evidence({ attachments: [attachment('a.pdf', { sha256: '2' })] });
    expect(common(caseKeys(one, 'r1'), caseKeys(two, 'r2'))).toBe(false);
  });

  it('are the same for the same link alone', () => {
    const one = evidence({ links: [link('https://a.example/x', { message: undefined, source: 'reported' })] });
    expect(common(caseKeys(one, 'r1'), caseKeys(one, 'r2'))).toBe(true);
  });

  it('belong to one report alone when something in it could not be read', () => {
    const blind = { ...mail(), gaps: [{ what: 'attachment', why: 'timeout', blinding: true } as const] };
    expect(common(caseKeys(blind, 'r1'), caseKeys(blind, 'r2'))).toBe(false);
  });

  it('belong to one report alone when there is too little to recognise it by', () => {
    const short = evidence({ messages: [message({ text: 'see attached' })] });
    expect(common(caseKeys(short, 'r1'), caseKeys(short, 'r2'))).toBe(false);
  });
});
