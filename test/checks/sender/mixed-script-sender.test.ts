import { describe, expect, it } from 'vitest';
import { mixedScriptSender } from '../../../src/checks/sender/mixed-script-sender.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('mixed-script-sender', () => {
  it('catches Cyrillic letters in a Latin name', () => {
    expect(runCheck(mixedScriptSender, { messages: [message({ from: 'a@xn--mazon-3ve.com' })] })).toEqual({
      domain: 'аmazon.com',
      real: 'xn--mazon-3ve.com',
    });
  });
  it('catches a name wholly in Cyrillic that is drawn like Latin', () => {
    expect(runCheck(mixedScriptSender, { messages: [message({ from: 'a@раура1.com' })] })).toBeDefined();
  });
  it('lets umlauts pass', () => {
    // bücher is an honest name.
    expect(runCheck(mixedScriptSender, { messages: [message({ from: 'a@xn--bcher-kva.example' })] })).toBeUndefined();
  });
  it('lets a Russian name under a Russian ending pass', () => {
    // президент.рф
    expect(
      runCheck(mixedScriptSender, { messages: [message({ from: 'a@xn--d1abbgf6aiiy.xn--p1ai' })] }),
    ).toBeUndefined();
  });
});
