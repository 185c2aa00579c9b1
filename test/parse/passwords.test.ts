import { expect, test } from 'vitest';
import { passwordCandidates } from '../../src/parse/passwords.ts';

test.each([
  ['Password: Fr7!kx', 'Fr7!kx'],
  ['The password is "4711".', '4711'],
  ['Passwort für die Datei lautet Winter-26', 'Winter-26'],
  ['解压密码：2026aa，请查收', '2026aa'],
  ['密码 8888', '8888'],
  ['Use 5566 as the password to open it', '5566'],
  ['Mot de passe : lune&soleil', 'lune&soleil'],
  ['PW=abc_123', 'abc_123'],
  ['the password is infected!', 'infected'],
])('%s', (text, word) => {
  expect(passwordCandidates([text])).toContain(word);
});

test('a mail that speaks of no password has none', () => {
  expect(passwordCandidates(['Meet at 1200 in "Room" 5'])).toEqual([]);
});

test('never more than fifty, from however long a text', () => {
  const text =
    'password a1 b2 c3 d4 e5 f6 '.repeat(10_000) + Array.from({ length: 500 }, (_, n) => `${1000 + n}`).join(' ');
  expect(passwordCandidates([text]).length).toBeLessThanOrEqual(50);
  expect(
    passwordCandidates([`password ${Array.from({ length: 500 }, (_, n) => `${1000 + n}`).join(' ')}`]),
  ).toHaveLength(50);
});
