import { describe, expect, it } from 'vitest';
import { brandNameForeignAddress } from '../../../src/checks/sender/brand-name-foreign-address.ts';
import { knowledge, link, message, runCheck } from '../../helpers/evidence.ts';

describe('brand-name-foreign-address', () => {
  it('catches a brand on a foreign address', () => {
    expect(
      runCheck(brandNameForeignAddress, { messages: [message({ from: 'PayPal Service <info@kl-shop.example>' })] }),
    ).toEqual({ name: 'PayPal Service', address: 'info@kl-shop.example', brand: 'PayPal' });
  });
  it('catches letters drawn alike and spelt out', () => {
    expect(
      runCheck(brandNameForeignAddress, { messages: [message({ from: 'P a y P а l <info@kl-shop.example>' })] }),
    ).toBeDefined();
  });
  it('catches a health authority in Chinese', () => {
    expect(
      runCheck(brandNameForeignAddress, { messages: [message({ from: '武汉市卫健委 <notice@nhc-gov.example>' })] }),
    ).toBeDefined();
  });
  it('lets the brand itself pass, also under another country’s ending', () => {
    // dhl.nl is not in the list, but plainly the same house.
    expect(
      runCheck(brandNameForeignAddress, { messages: [message({ from: 'DHL <noreply@mail.dhl.nl>' })] }),
    ).toBeUndefined();
  });
  it('lets a person pass who puts an employer in brackets', () => {
    // Developers write so on mailing lists.
    expect(
      runCheck(brandNameForeignAddress, { messages: [message({ from: 'Ada Chen (Microsoft) <ada@kernel.example>' })] }),
    ).toBeUndefined();
  });
  it('lets a colleague pass', () => {
    // A department of one’s own that deals with the brand.
    expect(
      runCheck(brandNameForeignAddress, {
        messages: [message({ from: 'PayPal Accounts Team <finance@hospital.example>' })],
      }),
    ).toBeUndefined();
  });
  it('lets ordinary words pass', () => {
    // Chase is a bank, and a first name.
    expect(
      runCheck(brandNameForeignAddress, { messages: [message({ from: 'Chase Apple <chase@farm.example>' })] }),
    ).toBeUndefined();
  });
  it('lets a house’s own copy of a program pass', () => {
    // Every blog and every code server sends so, unless somebody changes it.
    const gitlab = { id: 'gitlab', names: ['GitLab'], domains: ['gitlab.com'], kind: 'software' as const };
    const known = knowledge({ lists: { brands: [gitlab] } });
    expect(
      runCheck(brandNameForeignAddress, { messages: [message({ from: 'GitLab <gitlab@git.firm.example>' })] }, known),
    ).toBeUndefined();
    expect(
      runCheck(
        brandNameForeignAddress,
        { messages: [message({ from: 'GitLab Support <alert@dentist.example>' })] },
        known,
      ),
    ).toBeDefined();
  });
  it('does not let the copy of a program pass whose links lead to strangers', () => {
    // A blog that was broken into writes to everybody.
    const wordpress = { id: 'wordpress', names: ['WordPress'], domains: ['wordpress.org'], kind: 'software' as const };
    const known = knowledge({ lists: { brands: [wordpress] } });
    const run = (url: string) =>
      runCheck(
        brandNameForeignAddress,
        { messages: [message({ from: 'WordPress <wordpress@dentist.example>' })], links: [link(url)] },
        known,
      );
    expect(run('https://claim.tokens.example/')).toBeDefined();
    expect(run('https://www.dentist.example/wp-login.php')).toBeUndefined();
  });
  it('catches an employer in the name, even of an ordinary word', () => {
    const ledger = { id: 'ledger', names: ['Ledger'], domains: ['ledger.com'], kind: 'crypto' as const };
    const known = knowledge({ lists: { brands: [ledger] } });
    const run = (from: string) => runCheck(brandNameForeignAddress, { messages: [message({ from })] }, known);
    expect(run('John from Ledger <x@dentist.example>')).toBeDefined();
    expect(run('John from Ledger <john@ledger.com>')).toBeUndefined();
    expect(run('Heath Ledger <heath@dentist.example>')).toBeUndefined();
  });
});
