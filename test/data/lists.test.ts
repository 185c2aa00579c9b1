import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'tldts';
import { describe, expect, it } from 'vitest';
import { loadLists } from '../../src/data/load.ts';
import { cook, listFile, readSource } from '../../src/dev/refresh-lists.ts';

const folder = new URL('../../src/data/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));

function read(name: string): { header: string[]; entries: string[] } {
  const lines = readFileSync(new URL(`${name}.txt`, folder), 'utf8').split('\n');
  const header = lines.filter((line) => line.startsWith('#'));
  return { header, entries: lines.slice(header.length, -1) };
}

describe.each(names)('the list %s', (name) => {
  const { header, entries } = read(name);

  it('says what it is, where it is from, under which licence and of when', () => {
    expect(header.join('\n')).toMatch(/^# \S.*\n# source: \S.*\n# licence: \S.*\n# date: \d{4}-\d{2}(-\d{2})?$/);
  });

  it('has one lower-case entry a line, each once', () => {
    expect(entries.filter((entry) => !/^[a-z0-9][a-z0-9.-]*$/.test(entry))).toEqual([]);
    expect(entries).toHaveLength(new Set(entries).size);
    expect(entries.length).toBeGreaterThan(10);
  });
});

/** `popular` stands in the order of its ranks; endings are no host names. */
const isOfEndings = (name: string): boolean => name.startsWith('extensions-') || name === 'risky-endings';

it.each(names.filter((name) => name !== 'popular'))('the list %s is sorted', (name) => {
  const { entries } = read(name);
  expect(entries).toEqual([...entries].sort());
});

it.each(names.filter((name) => !isOfEndings(name)))('the list %s holds host names', (name) => {
  expect(read(name).entries.filter((entry) => !parse(entry, { allowPrivateDomains: false }).domain)).toEqual([]);
});

it.each(names.filter(isOfEndings))('the list %s holds endings without a leading dot', (name) => {
  expect(read(name).entries.filter((entry) => entry.startsWith('.'))).toEqual([]);
});

describe('the lists together', () => {
  const lists = loadLists();

  it('put nobody into both free and throw-away mail', () => {
    expect([...lists.freeMail].filter((domain) => lists.disposableMail.has(domain))).toEqual([]);
  });

  it('do not call these honest houses risky', () => {
    for (const domain of [
      'example.com',
      'cloudfront.net',
      'sharepoint.com',
      'amazonaws.com',
      'gov.uk',
      'docs.google.com',
    ]) {
      for (const set of [lists.shorteners, lists.freeMail, lists.disposableMail, lists.fileHosts, lists.siteHosts]) {
        expect(set.has(domain), domain).toBe(false);
      }
    }
  });

  it('know a few that each list is for', () => {
    expect(lists.shorteners.has('bit.ly')).toBe(true);
    expect(lists.freeMail.has('foxmail.com')).toBe(true);
    expect(lists.disposableMail.has('mailinator.com')).toBe(true);
    expect(lists.siteHosts.has('pages.dev')).toBe(true);
    expect(lists.formBuilders.has('jotform.com')).toBe(true);
    expect(lists.riskyEndings.has('top')).toBe(true);
    expect(lists.executables.has('scr')).toBe(true);
    expect(lists.macroDocuments.has('xlsm')).toBe(true);
    expect(lists.popular.get('google.com')).toBe(1);
  });
});

describe('refresh-lists', () => {
  const recipe = { what: 'w', source: 's', licence: 'l', from: [] };

  it('reads lines and rankings, and drops what is no host name', () => {
    expect(readSource('B.example \n\n2,a.example\r\nnot a host\n../x\n')).toEqual(['b.example', 'a.example']);
  });

  it('narrows, completes, leaves out and sorts', () => {
    const made = cook(
      { ...recipe, only: ['b', 'c', 'd'], leaveOut: ['c'], add: ['a'] },
      [
        ['c', 'b', 'd'],
        ['b', 'z'],
      ],
      new Set(['d']),
    );
    expect(made).toEqual(['a', 'b']);
  });

  it('keeps the order of a ranking', () => {
    expect(cook({ ...recipe, ranked: true }, [['z', 'a', 'z']])).toEqual(['z', 'a']);
  });

  it('writes the header first', () => {
    expect(listFile(recipe, '2026-08', ['a'])).toBe('# w\n# source: s\n# licence: l\n# date: 2026-08\na\n');
  });
});
