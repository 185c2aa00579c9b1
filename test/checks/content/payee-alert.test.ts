import { describe, expect, it } from 'vitest';
import { payeeAlert } from '../../../src/checks/content/payee-alert.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  payee: ['new payee'],
  'not-me': ['if this was not you'],
  deadline: ['within 15 minutes'],
});

describe('payee-alert', () => {
  it('catches a payee that must be undone at once', () => {
    const mail = message({ text: 'A new payee was added. If this was not you, cancel within 15 minutes.' });
    expect(runCheck(payeeAlert, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a bank pass that leaves time', () => {
    const mail = message({ text: 'A new payee was added. If this was not you, look in the app.' });
    expect(runCheck(payeeAlert, { messages: [mail] }, known)).toBeUndefined();
  });
});
