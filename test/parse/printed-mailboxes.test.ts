import { expect, test } from 'vitest';
import { printedDate } from '../../src/parse/printed-date.ts';
import { printedMailboxes, printedSender } from '../../src/parse/printed-mailboxes.ts';

test.each([
  ['Okafor, Grace <grace@a.example>; Tom <tom@a.example>', ['Okafor, Grace|grace@a.example', 'Tom|tom@a.example']],
  ['grace@a.example, tom@a.example', ['|grace@a.example', '|tom@a.example']],
  ['Grace Okafor; Tom Reyes', ['Grace Okafor|', 'Tom Reyes|']],
  ['"Grace"<grace@a.example>；"Tom"<tom@a.example>；', ['Grace|grace@a.example', 'Tom|tom@a.example']],
  ['Grace (grace@a.example)', ['Grace|grace@a.example']],
  ["'grace@a.example' <grace@a.example>", ['|grace@a.example']],
  ['', []],
])('reads the recipients %s', (value, expected) => {
  const found = printedMailboxes(value).map(({ name, address }) => `${name === address ? '' : name}|${address}`);
  expect(found).toEqual(expected);
});

test.each([
  ['support@bank.example <eve@evil.test>', 'support@bank.example', 'eve@evil.test'],
  ['Bank ＜eve@evil.test＞', 'Bank', 'eve@evil.test'],
  ['Ba\u200bnk <eve@evil.test>', 'Ba\u200bnk', 'eve@evil.test'],
  ['Bank', 'Bank', ''],
])('reads the sender %s, whatever his name says', (value, name, address) => {
  expect(printedSender(value)).toMatchObject({ name, address });
});

test.each([
  ['Monday, March 10, 2025 8:12 PM', '2025-03-10T20:12:00.000Z'],
  ['Mon, 10 Mar 2025 08:12:00 +0100', '2025-03-10T07:12:00.000Z'],
  ['Montag, 10. März 2025 08:12', '2025-03-10T08:12:00.000Z'],
  ['mar. 10 juin 2025 à 08:12', '2025-06-10T08:12:00.000Z'],
  ['martes, 10 de marzo de 2025 8:12', '2025-03-10T08:12:00.000Z'],
  ['2025年3月10日 8:12', '2025-03-10T08:12:00.000Z'],
  ['2025-03-10 (월) 10:00:00 (GMT+09:00)', '2025-03-10T01:00:00.000Z'],
  ['10 марта 2025 г., 8:12', '2025-03-10T08:12:00.000Z'],
  ['03/04/2025 08:12', undefined],
  ['yesterday', undefined],
])('reads the date %s', (value, expected) => {
  expect(printedDate(value)).toBe(expected);
});
