import { describe, expect, it } from 'vitest';
import { shortcutRunsCommand } from '../../../src/checks/attachment/shortcut-runs-command.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('shortcut-runs-command', () => {
  it('catches a shortcut to an interpreter', () => {
    const attachments = [attachment('invoice.lnk', { traits: ['shortcut-runs-command'] })];
    expect(runCheck(shortcutRunsCommand, { attachments })).toEqual({ name: 'invoice.lnk' });
  });

  it('lets a shortcut to a folder pass', () => {
    const attachments = [attachment('team.lnk', { type: 'lnk' })];
    expect(runCheck(shortcutRunsCommand, { attachments })).toBeUndefined();
  });
});
