import { describe, expect, it } from 'vitest';
import { argumentsOutOfSight } from '../../../src/checks/attachment/arguments-out-of-sight.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('arguments-out-of-sight', () => {
  it('catches a command behind blanks', () => {
    const attachments = [attachment('scan.lnk', { traits: ['arguments-out-of-sight'] })];
    expect(runCheck(argumentsOutOfSight, { attachments })).toEqual({ name: 'scan.lnk' });
  });

  it('lets a command in plain sight pass', () => {
    const attachments = [attachment('scan.lnk', { traits: ['shortcut-runs-command'] })];
    expect(runCheck(argumentsOutOfSight, { attachments })).toBeUndefined();
  });
});
