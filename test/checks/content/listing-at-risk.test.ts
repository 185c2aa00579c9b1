import { describe, expect, it } from 'vitest';
import { listingAtRisk } from '../../../src/checks/content/listing-at-risk.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(listingAtRisk, { messages: [message(parts)] }, known);

describe('listing-at-risk', () => {
  it('catches a listing that will be paused', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Dear partner, a guest left a complaint without an answer. Confirm your identity or your listing will be paused.',
      }),
    ).toBeDefined();
  });
  it('catches a card to be shown again', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Your reservation: we were unable to verify the card. Make a test payment to keep your booking.',
      }),
    ).toBeDefined();
  });
  it('lets a hotel’s confirmation pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Dear guest, we confirm your reservation of a double room. You pay at the hotel; cancellation is free until 1 June.',
      }),
    ).toBeUndefined();
  });
});
