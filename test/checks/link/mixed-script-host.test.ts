import { describe, expect, it } from 'vitest';
import { mixedScriptHost } from '../../../src/checks/link/mixed-script-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('mixed-script-host', () => {
  it('catches a Cyrillic letter in a Latin name', () => {
    expect(runCheck(mixedScriptHost, { links: [link('https://аmazon.com/')] })).toEqual({
      shown: 'аmazon.com',
      real: 'xn--mazon-3ve.com',
    });
  });
  it('lets umlauts pass', () => {
    expect(runCheck(mixedScriptHost, { links: [link('https://bücher.example/')] })).toBeUndefined();
  });
  it('lets Chinese and Russian names pass', () => {
    // Nobody takes it for Latin: its ending is Russian too.
    expect(runCheck(mixedScriptHost, { links: [link('https://президент.рф/')] })).toBeUndefined();
  });
});
