import { defineCheck } from '../check.ts';
import { lures, urges } from './demand.ts';

/**
 * A payment, and haste or silence about it, in one breath. Reminders without haste pass, so do invoices. Being a reply
 * protects nobody here: fraudsters answer in stolen threads.
 */
export const paymentRequest = defineCheck({
  id: 'payment-request',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It asks for a payment (“{phrase}”) and presses you at the same time (“{pressure}”).',
  run(message, context) {
    const [pay] = lures(message, context, 'payment');
    if (!pay || !urges(message, context, pay)) return;
    const pressure = lures(message, context, 'urgency', 'secrecy').find(
      ({ start }) => Math.abs(start - pay.start) < 600,
    );
    return pressure && { phrase: pay.phrase, pressure: pressure.phrase };
  },
});
