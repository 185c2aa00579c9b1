import { describe, expect, it } from 'vitest';
import { hasPhoneNumber } from '../../../src/checks/content/phone.ts';

describe('hasPhoneNumber', () => {
  it.each([
    '+1 888 555 0123',
    '(888) 555-0123',
    '888-555-0123',
    '1 888 555-0123',
    '+1 (888) 555‑0123',
    '400-555-0123',
    '８８８-５５５-０１２３',
  ])('sees %s', (number) => {
    expect(hasPhoneNumber(`Call us at ${number} today.`)).toBe(true);
  });

  it.each([
    '2026-11-22 10:15',
    '8885550123456',
    'ORD-888-555',
    '192.0.2.1',
    '+12 345',
    '+12 3456 7890 1234 5678',
    '4111 1111 1111 1111 1',
    'https://a.example/888-555-0123',
  ])('does not take %s for one', (other) => {
    expect(hasPhoneNumber(`See ${other} please`)).toBe(false);
  });

  it('is quick on a text of digits and blanks', () => {
    const before = performance.now();
    hasPhoneNumber('1 '.repeat(50_000));
    hasPhoneNumber('(((((((('.repeat(10_000));
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
