import { describe, expect, it } from 'vitest';
import { mailerContradiction } from '../../../src/checks/sender/mailer-contradiction.ts';
import type { Header } from '../../../src/model.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

const built = (mailer: string, boundary: string, more: { headers?: Header[] } = {}) =>
  runCheck(mailerContradiction, {
    messages: [
      message({
        ...more,
        headers: [
          { name: 'x-mailer', value: mailer },
          { name: 'content-type', value: `multipart/alternative; boundary="${boundary}"` },
          ...(more.headers ?? []),
        ],
      }),
    ],
  });

describe('mailer-contradiction', () => {
  it('catches a telephone’s mail with the seams of another program', () => {
    expect(built('iPhone Mail (20G75)', 'b1_7f3a')).toEqual({ mailer: 'iPhone Mail' });
    expect(built('Microsoft Outlook 16.0', '000000000000f1d2a3')).toEqual({ mailer: 'Microsoft Outlook 16.0' });
  });
  it('lets the programs’ own mail pass', () => {
    expect(built('Apple Mail (2.3445)', 'Apple-Mail=_5C')).toBeUndefined();
    expect(built('Microsoft Outlook 16.0', '----=_NextPart_000_0012_01DA')).toBeUndefined();
    expect(built('Mozilla Thunderbird', '------------0A1B2C')).toBeUndefined();
  });
  it('lets pass what a list or a gateway has wrapped anew', () => {
    expect(built('Apple Mail (2.3445)', '===============1234==')).toBeUndefined();
    expect(
      built('Apple Mail (2.3445)', 'xyz', { headers: [{ name: 'list-id', value: '<choir.lists.example>' }] }),
    ).toBeUndefined();
  });
  it('lets programs pass of which it knows nothing', () => {
    expect(built('PHPMailer 6.8', 'b1_7f3a')).toBeUndefined();
  });
});
