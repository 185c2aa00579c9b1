import { describe, expect, it } from 'vitest';
import { scriptComponent } from '../../../src/checks/attachment/script-component.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('script-component', () => {
  it('catches a fetched script', () => {
    const attachments = [attachment('form.xlsm', { traits: ['script-component'] })];
    expect(runCheck(scriptComponent, { attachments })).toEqual({ name: 'form.xlsm' });
  });

  it('lets a macro that formats cells pass', () => {
    const attachments = [attachment('form.xlsm', { traits: ['macro'] })];
    expect(runCheck(scriptComponent, { attachments })).toBeUndefined();
  });
});
