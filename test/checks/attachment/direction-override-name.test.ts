import { describe, expect, it } from 'vitest';
import { directionOverrideName } from '../../../src/checks/attachment/direction-override-name.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('direction-override-name', () => {
  it('catches a turned name', () => {
    expect(runCheck(directionOverrideName, { attachments: [attachment('invoice\u202efdp.exe')] })).toEqual({
      name: 'invoicefdp.exe',
    });
  });

  it('catches a turned name inside an archive', () => {
    expect(
      runCheck(directionOverrideName, {
        attachments: [attachment('a.zip', { entries: [{ name: 'cv\u202excod.scr', size: 1, encrypted: false }] })],
      }),
    ).toEqual({ name: 'cvxcod.scr' });
  });

  it('lets a name with the marks that Hebrew and Arabic carry pass', () => {
    expect(runCheck(directionOverrideName, { attachments: [attachment('\u200fדוח\u200e.pdf')] })).toBeUndefined();
  });

  it('lets an ordinary name pass', () => {
    expect(runCheck(directionOverrideName, { attachments: [attachment('rota.pdf')] })).toBeUndefined();
  });
});
