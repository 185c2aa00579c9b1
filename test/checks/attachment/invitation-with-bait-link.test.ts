import { describe, expect, it } from 'vitest';
import { invitationWithBaitLink } from '../../../src/checks/attachment/invitation-with-bait-link.ts';
import { attachment, link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ credential: ['password expires'] });

function check(content: string, url: string, from = 'bo@strange.example') {
  const file = attachment('invite.ics', { type: 'ics', content });
  const links = [link(url, { attachment: file.id, source: 'document' })];
  return runCheck(invitationWithBaitLink, { messages: [message({ from })], attachments: [file], links }, known);
}

describe('invitation-with-bait-link', () => {
  it('catches a link that speaks of signing in', () => {
    expect(check('SUMMARY:Review', 'https://evil.example/webmail/login')).toEqual({
      name: 'invite.ics',
      host: 'evil.example',
    });
  });

  it('catches words that do', () => {
    expect(check('SUMMARY:Your password expires', 'https://evil.example/a')).toBeDefined();
  });

  it('lets a meeting on the sender’s own site or a well-known one pass', () => {
    expect(check('SUMMARY:Call', 'https://strange.example/login')).toBeUndefined();
    expect(check('SUMMARY:Call', 'https://google.com/signin')).toBeUndefined();
  });

  it('lets a stranger’s agenda pass', () => {
    expect(check('SUMMARY:Conference', 'https://conference.example/programme')).toBeUndefined();
  });
});
