import { describe, expect, it } from 'vitest';
import { readLinkQuestion } from '../../src/slack/check-link.ts';

const OWN = ['hospital.example'];
const urls = (text: string): string[] => {
  const question = readLinkQuestion(text, OWN);
  return question.kind === 'links' ? question.parts.map(({ url }) => url) : [question.kind];
};

describe('what stands behind /checklink', () => {
  it.each([
    ['', ['empty']],
    ['   ', ['empty']],
    ['hello there', ['no-link']],
    ['e.g. 3.5', ['no-link']],
    ['https://evil.example/a', ['https://evil.example/a']],
    ['look: hxxps://evil[.]example/a please', ['https://evil.example/a']],
    ['<https://evil.example/?a=1&amp;b=2|https://bank.example>', ['https://evil.example/?a=1&b=2']],
    ['https://a.example https://a.example https://b.example', ['https://a.example', 'https://b.example']],
    ['203.0.113.9:8443/login', ['http://203.0.113.9:8443/login']],
  ])('%j holds %j', (text, expected) => {
    expect(urls(text)).toEqual(expected);
  });

  it.each([
    'http://10.1.2.3/',
    '192.168.0.1',
    'http://127.0.0.1:8080/x',
    'http://[::1]/',
    'http://[fd00::1]/',
    'http://localhost',
    'localhost:3000/x',
    'http://intranet/payroll',
    'https://printer.local/',
    'https://hospital.example/',
    'https://mail.hospital.example/owa',
    'http://0x7f.1/',
  ])('%s is internal', (text) => {
    expect(readLinkQuestion(text, OWN)).toMatchObject({ kind: 'internal', internal: [expect.any(String)] });
  });

  it('is not fooled by a name that only looks like ours', () => {
    expect(urls('https://hospital.example.evil.example/ https://nothospital.example/')).toHaveLength(2);
  });

  it('keeps internal addresses apart from those that can be checked', () => {
    expect(readLinkQuestion('http://10.0.0.1/ https://evil.example/', OWN)).toMatchObject({
      kind: 'links',
      parts: [{ url: 'https://evil.example/' }],
      internal: ['http://10.0.0.1/'],
    });
  });

  it('keeps the label that a link is shown with', () => {
    expect(readLinkQuestion('<https://evil.example/|https://bank.example>', OWN)).toMatchObject({
      parts: [{ shown: 'https://bank.example' }],
    });
  });

  it('has a limit', () => {
    const many = Array.from({ length: 300 }, (_, index) => `https://p${index}.example`).join(' ');
    expect(urls(many)).toHaveLength(50);
  });
});
