import { describe, expect, it } from 'vitest';
import { recipientAddressInLink } from '../../../src/checks/link/recipient-address-in-link.ts';
import { link, mailbox, message, runCheck } from '../../helpers/evidence.ts';

describe('recipient-address-in-link', () => {
  it('catches the address in the fragment', () => {
    expect(
      runCheck(recipientAddressInLink, {
        messages: [message({ from: 'a@firm.test', to: ['ada@hospital.example'] })],
        links: [link('https://evil.test/x#ada@hospital.example')],
      }),
    ).toEqual({ host: 'evil.test', address: 'ada@hospital.example' });
  });
  it('catches it in percent signs and in Base64', () => {
    expect(
      runCheck(recipientAddressInLink, {
        messages: [message({ to: ['ada@hospital.example'] })],
        links: [link(`https://evil.test/?e=${btoa('ada@hospital.example')}`)],
      }),
    ).toBeDefined();
  });
  it('lets unsubscribing pass', () => {
    // It must know whom to take off the list.
    expect(
      runCheck(recipientAddressInLink, {
        messages: [message({ to: ['ada@hospital.example'] })],
        links: [link('https://lists.test/unsubscribe?e=ada@hospital.example')],
      }),
    ).toBeUndefined();
  });
  it('lets the sender’s own site pass', () => {
    // Newsletters count so.
    expect(
      runCheck(recipientAddressInLink, {
        messages: [message({ from: 'news@shop.test', to: ['ada@hospital.example'] })],
        links: [link('https://www.shop.test/?u=ada@hospital.example')],
      }),
    ).toBeUndefined();
  });
  it('catches whose it is no more: a quoted mail names nobody it went to', () => {
    const found = (url: string, from = 'a@firm.test') =>
      runCheck(recipientAddressInLink, {
        messages: [message({ form: 'quoted', from, to: [], forwardedBy: mailbox('Ada <ada@hospital.example>') })],
        links: [link(url)],
      });
    expect(found('https://evil.test/x#ward7@hospital.example')?.address).toBe('ward7@hospital.example');
    expect(found(`https://evil.test/?e=${btoa('ada@hospital.example')}`)?.address).toBe('ada@hospital.example');
    expect(found('https://evil.test/?reply=a@firm.test')).toBeUndefined();
    expect(found('https://forum.test/?list=ward7@forum.test')).toBeUndefined();
    expect(found('https://evil.test/packages/lodash@4.17.21')).toBeUndefined();
  });
  it('lets an advertiser’s link in a newsletter of many sites pass', () => {
    expect(
      runCheck(recipientAddressInLink, {
        messages: [message({ from: 'news@shop.test', to: ['ada@hospital.example'] })],
        links: [
          link('https://advert.test/?u=ada@hospital.example'),
          ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => link(`https://www.${name}-news.test/story`)),
        ],
      }),
    ).toBeUndefined();
  });
  it('lets the own organisation’s sites pass', () => {
    expect(
      runCheck(recipientAddressInLink, {
        messages: [message({ to: ['ada@hospital.example'] })],
        links: [link('https://intra.hospital.example/?u=ada@hospital.example')],
      }),
    ).toBeUndefined();
  });
  it('survives a stray percent sign', () => {
    expect(
      runCheck(recipientAddressInLink, {
        messages: [message({ to: ['ada@hospital.example'] })],
        links: [link('https://evil.test/?x=%zz')],
      }),
    ).toBeUndefined();
  });
});
