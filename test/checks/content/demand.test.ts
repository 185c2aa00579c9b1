import { describe, expect, it } from 'vitest';
import {
  baited,
  hasHandle,
  isFromAuthority,
  leadsHome,
  lures,
  urges,
  webLinks,
} from '../../../src/checks/content/demand.ts';
import { contextOf } from '../../../src/checks/run.ts';
import type { Evidence, Message } from '../../../src/model.ts';
import { attachment, evidence, link, message } from '../../helpers/evidence.ts';
import { knowing, plainText } from '../../helpers/lures.ts';

const who = { id: 'who', names: ['WHO'], domains: ['who.example'], kind: 'health' as const };
const paypal = { id: 'paypal', names: ['PayPal'], domains: ['paypal.com'], kind: 'payment' as const };
const nhc = { id: 'nhc', names: ['NHC'], domains: ['nhc.gov.cn'], kind: 'health' as const };
const known = knowing(
  {
    parcel: ['parcel', 'parcel on hold'],
    credential: ['password'],
    'call-to-action': ['click here'],
  },
  {},
  { brands: [who, paypal, nhc] },
);
const around = (mail: Message, parts: Partial<Evidence> = {}) =>
  contextOf(evidence({ messages: [mail], ...parts }), known);

describe('webLinks', () => {
  it('are those to follow: no pictures, no addresses to write to, no way out of a newsletter', () => {
    const mail = message();
    const links = [
      link('https://a.example/'),
      link('https://b.example/pixel', { source: 'image' }),
      link('mailto:ada@hospital.example'),
      link('https://c.example/u', { shown: ' Unsubscribe here' }),
    ];
    expect(webLinks(mail, around(mail, { links })).map(({ url }) => url)).toEqual(['https://a.example/']);
  });
});

describe('lures', () => {
  it('count once where they overlap, the longest', () => {
    const mail = message({ text: 'Your parcel on hold. The parcel.' });
    expect(lures(mail, around(mail), 'parcel').map(({ phrase }) => phrase)).toEqual(['parcel on hold', 'parcel']);
    expect(lures(mail, around(mail), 'parcel', 'credential')).toHaveLength(2);
  });
});

describe('urges', () => {
  it('wants a demand near the phrase in a long text', () => {
    const near = message({ text: `${plainText(700)} Your parcel. Click here.` });
    const far = message({ text: `Your parcel. ${plainText(3000)} Click here.` });
    const [nearHit] = lures(near, around(near), 'parcel');
    const [farHit] = lures(far, around(far), 'parcel');
    expect(nearHit && urges(near, around(near), nearHit)).toBe(true);
    expect(farHit && urges(far, around(far), farHit)).toBe(false);
  });
});

describe('leadsHome', () => {
  const from = 'service@paypal.com';
  const home = link('https://www.paypal.com/');

  it('is true when all links lead to the sender’s and other well-known sites', () => {
    const mail = message({ from });
    expect(leadsHome(mail, around(mail, { links: [home, link('https://www.google.com/')] }))).toBe(true);
  });

  it('is false when one leads elsewhere, to a host of strangers’ pages, or when there is a file to open', () => {
    const mail = message({ from });
    expect(leadsHome(mail, around(mail, { links: [home, link('https://evil.example/')] }))).toBe(false);
    expect(leadsHome(mail, around(mail, { links: [home, link('https://bit.ly/1')] }))).toBe(false);
    expect(leadsHome(mail, around(mail, { links: [home], attachments: [attachment('a.html')] }))).toBe(false);
    const form = message({ from, forms: [{ action: 'https://evil.example/', asksPassword: false }] });
    expect(leadsHome(form, around(form, { links: [home] }))).toBe(false);
    const nobody = message({});
    expect(leadsHome(nobody, around(nobody, { links: [home] }))).toBe(false);
  });

  it('is false for a sender whom nobody knows, though the links are his own', () => {
    const mail = message({ from: 'a@evil.example' });
    expect(leadsHome(mail, around(mail, { links: [link('https://evil.example/')] }))).toBe(false);
  });
});

describe('baited', () => {
  it('wants a handle and a demand beside the phrase', () => {
    const mail = message({ text: 'Your parcel is here' });
    const links = [link('https://a.example/')];
    expect(baited(mail, around(mail, { links }), 'parcel')?.phrase).toBe('parcel');
    expect(baited(mail, around(mail), 'parcel')).toBeUndefined();
    const honest = message({ from: 'service@paypal.com', text: 'Your parcel is here' });
    expect(baited(honest, around(honest, { links: [link('https://www.paypal.com/')] }), 'parcel')).toBeUndefined();
    expect(hasHandle(message({ forms: [{ action: '', asksPassword: false }] }), around(mail))).toBe(true);
  });
});

describe('isFromAuthority', () => {
  it.each([
    ['a@justice.gov', true],
    ['a@hmrc.gov.uk', true],
    ['a@impots.gouv.fr', true],
    ['a@nhc.gov.cn', true],
    ['a@hmrc-gov.uk', false],
    ['a@paypal.com', false],
    ['a@who.example', true],
    ['a@mail.who.example', true],
    ['a@gov.uk.evil.example', false],
    ['a@mygov.example', false],
  ])('%s: %s', (from, expected) => {
    const mail = message({ from });
    expect(isFromAuthority(mail, around(mail))).toBe(expected);
  });
});
