import { describe, expect, it } from 'vitest';
import { renewalScare } from '../../../src/checks/content/renewal-scare.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  { renewal: ['antivirus has expired'], 'call-to-action': ['renew now'] },
  {},
  { popular: new Map([['shield.example', 50]]) },
);

describe('renewal-scare', () => {
  it('catches a lapsed protection with a link', () => {
    const mail = message({ from: 'x@school.test', text: 'Your antivirus has expired. Renew now.' });
    expect(runCheck(renewalScare, { messages: [mail], links: [link('https://evil.test/')] }, known)).toEqual({
      phrase: 'antivirus has expired',
    });
  });
  it('lets the house itself pass, whose links lead home', () => {
    const mail = message({ from: 'x@shield.example', text: 'Your antivirus has expired. Renew now.' });
    const links = [link('https://www.shield.example/account')];
    expect(runCheck(renewalScare, { messages: [mail], links }, known)).toBeUndefined();
  });
  it('lets talk pass that asks for nothing', () => {
    expect(
      runCheck(renewalScare, { messages: [message({ text: 'My antivirus has expired.' })] }, known),
    ).toBeUndefined();
  });
});
