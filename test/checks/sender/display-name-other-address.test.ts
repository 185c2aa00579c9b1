import { describe, expect, it } from 'vitest';
import { displayNameOtherAddress } from '../../../src/checks/sender/display-name-other-address.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('display-name-other-address', () => {
  it('catches an address of another house in the name', () => {
    expect(
      runCheck(displayNameOtherAddress, { messages: [message({ from: '"service@paypal.com" <x7@evil.example>' })] }),
    ).toEqual({ shown: 'service@paypal.com', address: 'x7@evil.example' });
  });
  it('catches it in full-width letters', () => {
    expect(
      runCheck(displayNameOtherAddress, { messages: [message({ from: 'ceo＠hospital.example <x7@evil.example>' })] }),
    ).toBeDefined();
  });
  it('lets another address of the same house pass', () => {
    // A ticket system that writes in the name of its user.
    expect(
      runCheck(displayNameOtherAddress, {
        messages: [message({ from: '"ada@mail.clinic.example" <noreply@clinic.example>' })],
      }),
    ).toBeUndefined();
  });
  it('lets a service pass that names the member it writes for', () => {
    // Sharing services do this for every invitation.
    expect(
      runCheck(displayNameOtherAddress, {
        messages: [message({ from: '"ada@clinic.example via Docs" <docs@service.example>' })],
      }),
    ).toBeUndefined();
  });
  it('lets a mail pass through a service that hides its reader’s address, while it leads to whom it names', () => {
    const found = (to: string) =>
      runCheck(displayNameOtherAddress, {
        messages: [message({ from: '"news@books.test [reader]" <ticket_1a2b@sneakemail.com>' })],
        links: [link(to)],
      });
    expect(found('https://www.books.test/new')).toBeUndefined();
    expect(found('https://books-account.test/login')).toBeDefined();
  });
  it('lets a name without an address pass', () => {
    expect(
      runCheck(displayNameOtherAddress, { messages: [message({ from: 'Ada @ Riverside <ada@clinic.example>' })] }),
    ).toBeUndefined();
  });
});
