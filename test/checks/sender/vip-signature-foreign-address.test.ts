import { describe, expect, it } from 'vitest';
import { vipSignatureForeignAddress } from '../../../src/checks/sender/vip-signature-foreign-address.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

describe('vip-signature-foreign-address', () => {
  const known = knowledge({ organisation: { vips: [{ name: 'Ada Chen', addresses: ['ada@home.example'] }] } });
  const run = (parts: Parameters<typeof message>[0]) =>
    runCheck(
      vipSignatureForeignAddress,
      { messages: [message({ from: 'Office <x@desk.example>', text: 'Are you at your desk?\n\nAda Chen', ...parts })] },
      known,
    );

  it('catches the name under a short note from outside', () => {
    expect(run({})).toEqual({ vip: 'Ada Chen', address: 'x@desk.example' });
  });
  it('catches it with an office behind it, and in the other order', () => {
    expect(run({ text: 'Are you there?\nAda Chen, Chief Executive' })).toBeDefined();
    expect(run({ text: 'Are you there?\nCHEN Ada' })).toBeDefined();
  });
  it('lets the person pass, from the house and from a configured private address', () => {
    expect(run({ from: 'A. C. <ada@hospital.example>' })).toBeUndefined();
    expect(run({ from: 'A. C. <ada@home.example>' })).toBeUndefined();
  });
  it('leaves the sender’s name to the check that looks at it', () => {
    expect(run({ from: 'Ada Chen <x@desk.example>' })).toBeUndefined();
  });
  it('lets letters pass that speak of the person, quote or answer', () => {
    expect(run({ text: 'I met Ada Chen yesterday.\n\nBen' })).toBeUndefined();
    expect(run({ text: 'See below.\nBen\n> Ada Chen' })).toBeUndefined();
    expect(run({ subject: 'Re: plan', isReply: true })).toBeUndefined();
  });
});
