import { describe, expect, it } from 'vitest';
import { lockedArchiveWithPassword } from '../../../src/checks/attachment/locked-archive-with-password.ts';
import { attachment, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ 'file-password': ['password:'] }, { 'file-password': ['解压密码'] });

describe('locked-archive-with-password', () => {
  it('catches the key beside the lock', () => {
    expect(
      runCheck(
        lockedArchiveWithPassword,
        {
          attachments: [attachment('a.zip', { traits: ['encrypted'] })],
          messages: [message({ text: 'See attached. Password: 7788' })],
        },
        known,
      ),
    ).toEqual({ name: 'a.zip' });
  });

  it('catches it in Chinese', () => {
    expect(
      runCheck(
        lockedArchiveWithPassword,
        {
          attachments: [attachment('a.rar', { traits: ['encrypted'] })],
          messages: [message({ text: '附件解压密码7788' })],
        },
        known,
      ),
    ).toEqual({ name: 'a.rar' });
  });

  it('lets a locked archive whose password comes another way pass', () => {
    expect(
      runCheck(
        lockedArchiveWithPassword,
        {
          attachments: [attachment('a.zip', { traits: ['encrypted'] })],
          messages: [message({ text: 'I ring you with the key.' })],
        },
        known,
      ),
    ).toBeUndefined();
  });

  it('lets a bank’s statement pass: the customer is told how its password is made up', () => {
    expect(
      runCheck(
        lockedArchiveWithPassword,
        {
          attachments: [attachment('statement.pdf', { type: 'pdf', traits: ['encrypted'] })],
          messages: [message({ text: 'Password: your date of birth' })],
        },
        known,
      ),
    ).toBeUndefined();
  });

  it('lets a statement pass by its name or its bytes alone', () => {
    const messages = [message({ text: 'Password: your date of birth' })];
    for (const parts of [{ name: 'statement.pdf' }, { name: 'statement', type: 'pdf' }]) {
      const attachments = [attachment(parts.name, { ...parts, traits: ['encrypted'] })];
      expect(runCheck(lockedArchiveWithPassword, { attachments, messages }, known)).toBeUndefined();
    }
  });

  it('lets an open archive in a mail that gives the password of a meeting pass', () => {
    expect(
      runCheck(
        lockedArchiveWithPassword,
        { attachments: [attachment('a.zip')], messages: [message({ text: 'Video call, password: 7788' })] },
        known,
      ),
    ).toBeUndefined();
  });
});
