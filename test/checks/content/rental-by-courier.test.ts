import { describe, expect, it } from 'vitest';
import { rentalByCourier } from '../../../src/checks/content/rental-by-courier.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  dwelling: ['flat', 'keys'],
  absent: ['abroad', 'by courier'],
  secret: ['passport'],
  give: ['send me'],
});

describe('rental-by-courier', () => {
  it('catches keys that come by courier for a deposit', () => {
    const mail = message({
      text: 'The flat is free. I work abroad, so pay the deposit and I mail the keys by courier.',
    });
    expect(runCheck(rentalByCourier, { messages: [mail] }, known)).toBeDefined();
  });

  it.each(['押金', '訂金', '敷金', '보증금'])('knows a deposit as %s', (deposit) => {
    const mail = message({ text: `The flat is free. I work abroad. ${deposit}` });
    expect(runCheck(rentalByCourier, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches a passport wanted for a flat that nobody shows', () => {
    const mail = message({ text: 'I am abroad, the flat is empty. Send me your passport first.' });
    expect(runCheck(rentalByCourier, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a landlord pass who names a time for a visit', () => {
    const mail = message({ text: 'The flat can be seen on Monday at six; the deposit is two months.' });
    expect(runCheck(rentalByCourier, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a friend abroad pass who has a flat', () => {
    const mail = message({ text: 'I am abroad till May, water the plants in the flat?' });
    expect(runCheck(rentalByCourier, { messages: [mail] }, known)).toBeUndefined();
  });
});
