import { describe, expect, it } from 'vitest';
import { addressInLoneLink } from '../../../src/checks/link/address-in-lone-link.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const alone = { message: undefined, source: 'reported' as const };

describe('address-in-lone-link', () => {
  it.each([
    ['an address in a parameter', 'https://evil.test/a.php?x=ada@hospital.example', 'ada@hospital.example'],
    ['an address behind the hash', 'https://evil.test/#ada@hospital.example', 'ada@hospital.example'],
    ['a parameter that waits for an address', 'https://evil.test/god/index.php?email=', 'left empty'],
  ])('catches %s', (_, url, address) => {
    expect(runCheck(addressInLoneLink, { links: [link(url, alone)] })).toEqual({ host: 'evil.test', address });
  });
  it.each([
    ['leaving a list', 'https://news.test/unsubscribe?email=ada@hospital.example'],
    ['a well-known house', 'https://www.google.com/calendar?src=ada@hospital.example'],
    ['a link without an address', 'https://firm.test/team?email_format=html'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(addressInLoneLink, { links: [link(url, alone)] })).toBeUndefined();
  });
  it('leaves links in mails to the check that knows the reader', () => {
    const links = [link('https://evil.test/a.php?x=ada@hospital.example')];
    expect(runCheck(addressInLoneLink, { messages: [message()], links })).toBeUndefined();
  });
});
