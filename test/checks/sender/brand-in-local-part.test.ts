import { describe, expect, it } from 'vitest';
import { brandInLocalPart } from '../../../src/checks/sender/brand-in-local-part.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('brand-in-local-part', () => {
  const run = (from: string) => runCheck(brandInLocalPart, { messages: [message({ from })] });

  it.each(['paypal@school.example', 'noreply-paypal@school.example', 'paypal.service01@school.example'])(
    'catches %s',
    (from) => {
      expect(run(from)).toEqual({ address: from, brand: 'PayPal' });
    },
  );
  it('lets the brand itself pass', () => {
    expect(run('paypal@paypal.com')).toBeUndefined();
    expect(run('noreply@paypal.com')).toBeUndefined();
  });
  it('lets free mailboxes, mailing services and colleagues pass', () => {
    // Who sells something may call a mailbox so; services keep their customer's address there.
    expect(run('paypal.fan@gmail.com')).toBeUndefined();
    expect(run('bounce-paypal@em.sendgrid.net')).toBeUndefined();
    expect(run('paypal@hospital.example')).toBeUndefined();
  });
  it('lets ordinary local parts pass', () => {
    expect(run('ada.chen@school.example')).toBeUndefined();
  });
});
