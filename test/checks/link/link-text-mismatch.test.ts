import { describe, expect, it } from 'vitest';
import { linkTextMismatch } from '../../../src/checks/link/link-text-mismatch.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

describe('link-text-mismatch', () => {
  it('catches a brand on a link to elsewhere', () => {
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({ from: 'a@firm.example' })],
        links: [link('https://evil.example/x', { shown: 'https://www.paypal.com/login' })],
      }),
    ).toEqual({ shown: 'www.paypal.com', target: 'evil.example' });
  });
  it('catches it although the sender owns the target', () => {
    // A guard for newsletters must not open this door.
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({ from: 'a@evil.example' })],
        links: [link('https://evil.example/x', { shown: 'paypal.com' })],
      }),
    ).toBeDefined();
  });
  it('catches the organisation’s own name', () => {
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({})],
        links: [link('https://evil.example/x', { shown: 'portal.hospital.example' })],
      }),
    ).toBeDefined();
  });
  it('catches an unknown site without a reason to differ', () => {
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({ from: 'a@firm.test' })],
        links: [link('https://evil.example/x', { shown: 'www.club.test' })],
      }),
    ).toBeDefined();
  });
  it('lets the same site pass, in either form', () => {
    // IDN equals its punycode.
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({})],
        links: [link('https://xn--bcher-kva.example/a', { shown: 'http://www.bücher.example' })],
      }),
    ).toBeUndefined();
  });
  it('lets a newsletter’s own click counter pass', () => {
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({ from: 'news@firm.test' })],
        links: [link('https://click.firm.test/?x=1', { shown: 'www.partner.test' })],
      }),
    ).toBeUndefined();
  });
  it('lets a mailing service’s click counter pass', () => {
    // Honest brands send through them.
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({})],
        links: [link('https://u1.ct.sendgrid.net/ls/click', { shown: 'www.paypal.com' })],
      }),
    ).toBeUndefined();
  });
  it('lets a bulk mail’s click host pass', () => {
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({ from: 'a@party.test', headers: [{ name: 'list-unsubscribe', value: '<x>' }] })],
        links: [link('https://click.campaigns.example/c/1', { shown: 'www.party.test' })],
      }),
    ).toBeUndefined();
  });
  it('lets a well-known service pass that a club links to', () => {
    // A vote or an event under the club’s own words.
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({})],
        links: [link('https://google.com/forms/x', { shown: 'www.ourclub.test' })],
      }),
    ).toBeUndefined();
  });
  it('lets two domains of one brand pass', () => {
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({})],
        links: [link('https://office.com/a', { shown: 'www.microsoft.com' })],
      }),
    ).toBeUndefined();
  });
  it('lets words, file names and mail addresses pass', () => {
    // They promise no site.
    expect(
      runCheck(linkTextMismatch, {
        messages: [message({})],
        links: [
          link('https://evil.example/x', { shown: 'README.md' }),
          link('https://evil.example/x', { shown: 'ada@paypal.com' }),
        ],
      }),
    ).toBeUndefined();
  });
});
