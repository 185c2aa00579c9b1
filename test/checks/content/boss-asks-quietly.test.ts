import { describe, expect, it } from 'vitest';
import { bossAsksQuietly } from '../../../src/checks/content/boss-asks-quietly.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  'money-task': ['wire transfer', 'gift cards'],
  unreachable: ['in a meeting', 'between us'],
});

describe('boss-asks-quietly', () => {
  it('catches a transfer by somebody who cannot be called', () => {
    const mail = message({ text: 'Are you there? I need a wire transfer made and I am in a meeting, so mail only.' });
    expect(runCheck(bossAsksQuietly, { messages: [mail] }, known)).toBeDefined();
  });

  it('catches it on a mailing list: list headers are anybody’s', () => {
    const mail = message({
      headers: [{ name: 'list-id', value: '<staff.list.example>' }],
      text: 'I need gift cards, between us. Also a wire transfer while I am in a meeting.',
    });
    expect(runCheck(bossAsksQuietly, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets a colleague in a meeting pass who wants no money', () => {
    const mail = message({ text: 'I am in a meeting until three, could you let the visitor in?' });
    expect(runCheck(bossAsksQuietly, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets an ordinary order for a transfer pass', () => {
    const mail = message({ text: 'The wire transfer for the rent went out on Monday.' });
    expect(runCheck(bossAsksQuietly, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets a colleague of the organisation pass', () => {
    const mail = message({
      from: 'Ada <ada@hospital.example>',
      text: 'I am in a meeting, the wire transfer can wait.',
    });
    expect(runCheck(bossAsksQuietly, { messages: [mail] }, known)).toBeUndefined();
  });
});
