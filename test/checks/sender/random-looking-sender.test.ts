import { describe, expect, it } from 'vitest';
import { randomLookingSender } from '../../../src/checks/sender/random-looking-sender.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('random-looking-sender', () => {
  it('catches a name that no person chose', () => {
    expect(runCheck(randomLookingSender, { messages: [message({ from: 'a@xk7q2vz9pjw4.example' })] })).toEqual({
      domain: 'xk7q2vz9pjw4.example',
    });
  });
  it('lets an abbreviation and a number pass', () => {
    // Somebody chose it.
    expect(runCheck(randomLookingSender, { messages: [message({ from: 'a@web2day24.example' })] })).toBeUndefined();
  });
  it('lets a long German name pass', () => {
    expect(
      runCheck(randomLookingSender, { messages: [message({ from: 'a@wirtschaftsprüfungsgesellschaft.example' })] }),
    ).toBeUndefined();
  });
  it('lets the sub-domains of mailing services pass', () => {
    // Machines name those honestly.
    expect(
      runCheck(randomLookingSender, { messages: [message({ from: 'a@xk7q2vz9pjw4.firm.example' })] }),
    ).toBeUndefined();
  });
});
