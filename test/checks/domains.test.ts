import { describe, expect, it } from 'vitest';
import { entryAbove, isBareWord, isPlainEnding, isUnder, nameOf } from '../../src/checks/domains.ts';
import { knowledge, link, message } from '../helpers/evidence.ts';

describe('isUnder', () => {
  it('asks for a dot in between', () => {
    expect(isUnder('www.paypal.com', 'paypal.com')).toBe(true);
    expect(isUnder('paypal.com', 'paypal.com')).toBe(true);
    expect(isUnder('evilpaypal.com', 'paypal.com')).toBe(false);
    expect(isUnder('com', 'paypal.com')).toBe(false);
  });
});

describe('entryAbove', () => {
  it('finds the host itself or any parent', () => {
    const set = new Set(['pages.dev', 'docs.example.com']);
    expect(entryAbove('a.b.pages.dev', set)).toBe('pages.dev');
    expect(entryAbove('docs.example.com', set)).toBe('docs.example.com');
    expect(entryAbove('example.com', set)).toBeUndefined();
    expect(entryAbove('', set)).toBeUndefined();
  });

  it('gives up on absurd hosts', () => {
    expect(entryAbove(`${'a.'.repeat(5000)}pages.dev`, new Set(['pages.dev']))).toBeUndefined();
  });
});

describe('isPlainEnding', () => {
  it('takes countries, .com, .net and .org, unless they are abused much', () => {
    const { lists } = knowledge({ lists: { riskyEndings: new Set(['tk']) } });
    expect(['com', 'de', 'com.br', 'org'].every((ending) => isPlainEnding(ending, lists))).toBe(true);
    expect(['support', 'tk', 'top'].some((ending) => isPlainEnding(ending, lists))).toBe(false);
  });
});

describe('isBareWord', () => {
  const bare = link('http://sys.date/', { source: 'text', original: 'sys.date' });

  it('knows a word of a mail that only looks like a site', () => {
    expect(isBareWord(bare, message())).toBe(true);
  });

  it('counts it in an SMS, where people tap on it, and with a path, scheme or www', () => {
    expect(isBareWord(bare, message({ form: 'pasted' }))).toBe(false);
    expect(isBareWord(bare, undefined)).toBe(false);
    expect(isBareWord(link('http://gifts.top/x', { source: 'text', original: 'gifts.top/x' }), message())).toBe(false);
    expect(isBareWord(link('http://www.gifts.top/', { source: 'text', original: 'www.gifts.top' }), message())).toBe(
      false,
    );
    expect(isBareWord(link('http://gifts.top/', { source: 'text' }), message())).toBe(false);
  });
});

describe('nameOf', () => {
  it('is the first label', () => {
    expect([nameOf('bbva.com.ar'), nameOf('localhost'), nameOf('')]).toEqual(['bbva', 'localhost', '']);
  });
});
