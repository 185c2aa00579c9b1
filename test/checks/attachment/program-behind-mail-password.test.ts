import { describe, expect, it } from 'vitest';
import { programBehindMailPassword } from '../../../src/checks/attachment/program-behind-mail-password.ts';
import type { Attachment } from '../../../src/model.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

const opened = { type: 'zip', traits: ['encrypted', 'opened-with-mail-password'] satisfies Attachment['traits'] };
const holding = (name: string) => ({ entries: [{ name, size: 100, encrypted: true }] });
const check = (parts: Partial<Attachment>) =>
  runCheck(programBehindMailPassword, { attachments: [attachment('order.zip', parts)] });

describe('program-behind-mail-password', () => {
  it('catches a program behind the lock', () => {
    expect(check({ ...opened, ...holding('order.scr') })).toEqual({ name: 'order.zip', program: 'order.scr' });
  });

  it('catches a program under a harmless name, by its bytes', () => {
    const traits = [...opened.traits, 'program-inside'] satisfies Attachment['traits'];
    expect(check({ traits, ...holding('order.dat') })).toEqual({ name: 'order.zip', program: 'order.dat' });
  });

  it('lets papers whose key stands in the mail pass', () => {
    expect(check({ ...opened, ...holding('payslip.pdf') })).toBeUndefined();
  });

  it('lets a locked program pass that nothing in the mail opens: other checks name it', () => {
    expect(check({ traits: ['encrypted'], ...holding('order.exe') })).toBeUndefined();
  });

  it('lets source code pass that developers lock because filters refuse it', () => {
    const entries = ['app/package.json', 'app/index.js'].map((name) => ({ name, size: 100, encrypted: true }));
    expect(check({ ...opened, entries })).toBeUndefined();
  });
});
