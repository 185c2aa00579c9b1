import { describe, expect, it } from 'vitest';
import { chargeUndoneByPhone } from '../../../src/checks/content/charge-undone-by-phone.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  charged: ['charged', 'your plan'],
  'call-line': ['call us', 'helpline'],
  'not-me': ['if you did not'],
});

describe('charge-undone-by-phone', () => {
  it('catches a charge that only a call undoes', () => {
    const mail = message({ text: 'Your plan was renewed and 389 charged. If you did not order it, call us now.' });
    expect(runCheck(chargeUndoneByPhone, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a receipt pass that leads to the shop itself', () => {
    const mail = message({
      from: 'Shop <mail@shop.example>',
      text: 'You were charged 12. If you did not order, call us.',
    });
    expect(
      runCheck(chargeUndoneByPhone, { messages: [mail], links: [link('https://shop.example/orders')] }, known),
    ).toBeUndefined();
  });

  it('lets a helpline pass without any charge', () => {
    const mail = message({ text: 'Our helpline is open all night. Call us any time.' });
    expect(runCheck(chargeUndoneByPhone, { messages: [mail] }, known)).toBeUndefined();
  });
});
