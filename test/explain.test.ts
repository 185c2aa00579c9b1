import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainFinding, explainGap, explainGaps, explainKnown, fill, mostTelling, textOf } from '../src/explain.ts';
import type { Finding, Gap, Knower } from '../src/model.ts';

const finding = (check: string, data: Record<string, string>): Finding => ({
  check,
  group: 'link',
  points: 1,
  data,
  decisive: false,
});
const plain = (value: string) => value;
const marked = (value: string) => `<${value}>`;

describe('fill', () => {
  it('keeps our words and the report’s values apart', () => {
    expect(fill('Shows {shown}, goes to {target}.', { shown: 'a.example', target: 'b.example' })).toEqual([
      { text: 'Shows ' },
      { value: 'a.example' },
      { text: ', goes to ' },
      { value: 'b.example' },
      { text: '.' },
    ]);
  });

  it('does not expand a value that has braces in it', () => {
    const phrase = fill('From {from} to {to}.', { from: '{to}', to: '{from}' });
    expect(textOf(phrase, marked)).toBe('From <{to}> to <{from}>.');
  });

  it('leaves a hole where a value is missing, and takes nothing that every object has', () => {
    expect(textOf(fill('It is {name}{constructor}.', {}), marked)).toBe('It is <><>.');
  });

  it('never lets a value into our words, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const phrase = fill('{a} and {b}.', { a, b });
        expect(phrase.filter((piece) => 'text' in piece)).toEqual([{ text: ' and ' }, { text: '.' }]);
        expect(phrase.filter((piece) => 'value' in piece)).toEqual([{ value: a }, { value: b }]);
      }),
    );
  });
});

describe('explainFinding', () => {
  const sentences = new Map([['mismatch', 'It goes to {target}.']]);

  it('fills the check’s sentence', () => {
    expect(textOf(explainFinding(finding('mismatch', { target: 'b.example' }), sentences), plain)).toBe(
      'It goes to b.example.',
    );
  });

  it('names a check that no longer exists by its id', () => {
    expect(explainFinding(finding('gone-check', { target: 'b.example' }), sentences)).toEqual([{ text: 'gone-check' }]);
  });
});

describe('explainGap', () => {
  const gap = (parts: Partial<Gap>): Gap => ({ what: 'attachment', why: 'encrypted', blinding: true, ...parts });

  it('says what was not looked at and why, the name apart', () => {
    expect(explainGap(gap({ name: '{why}.zip' }))).toEqual([
      { text: 'The attachment “' },
      { value: '{why}.zip' },
      { text: '” ' },
      { text: 'is locked with a password, so I could not look inside.' },
    ]);
    expect(textOf(explainGap(gap({ what: 'mail', why: 'unreadable' })), plain)).toMatch(/^The mail is damaged/);
  });

  it('keeps a name that begins with a colon from making a scheme of our own word', () => {
    expect(textOf(explainGap(gap({ what: 'file', name: '://evil' })), plain)).not.toMatch(/file\s*:/);
  });

  it('says what would help where headers are missing', () => {
    expect(textOf(explainGap(gap({ what: 'authentication', why: 'missing' })), plain)).toContain('.eml');
    const unfinished = textOf(explainGap(gap({ what: 'authentication', why: 'timeout' })), plain);
    expect(unfinished).toContain('could not finish');
    expect(unfinished).not.toContain('Slack');
  });

  it('says which list or service could not be asked', () => {
    expect(textOf(explainGap(gap({ what: 'list', why: 'timeout', name: 'urlhaus' })), marked)).toBe(
      'I could not look it up in <urlhaus> this time.',
    );
    expect(textOf(explainGap(gap({ what: 'list', why: 'stale', name: 'urlhaus' })), marked)).toBe(
      'I looked it up in the list <urlhaus>, but that list is out of date.',
    );
  });

  it('says every kind of gap as a whole sentence', () => {
    const whats: Gap['what'][] = ['mail', 'file', 'attachment', 'picture', 'link', 'authentication', 'list', 'report'];
    const whys: Gap['why'][] = ['timeout', 'error', 'encrypted', 'too-large', 'too-many', 'unreadable'];
    whys.push('unsupported', 'no-access', 'not-configured', 'missing', 'stale');
    for (const what of whats) {
      for (const why of whys) {
        for (const name of [undefined, 'x']) {
          expect(textOf(explainGap({ what, why, name, blinding: false }), plain)).toMatch(/^[A-Z][^{}]*[^ ]\.$/);
          expect(textOf(explainGap({ what, why, name, blinding: false }), plain)).not.toMatch(/ {2}| \.$/);
        }
      }
    }
  });
});

describe('explainGaps', () => {
  it('says the same thing once, and two files apart', () => {
    const locked = (name: string): Gap => ({ what: 'attachment', why: 'encrypted', name, blinding: true });
    expect(explainGaps([locked('a.zip'), locked('a.zip'), locked('b.zip')])).toHaveLength(2);
  });
});

describe('the most telling findings', () => {
  const finding = (check: string, group: Finding['group'], points: number): Finding => ({
    check,
    group,
    points,
    data: {},
    decisive: false,
  });

  it('are the strongest of each group before the second of any', () => {
    const findings = [
      finding('link-1', 'link', 4),
      finding('link-2', 'link', 4),
      finding('link-3', 'link', 3),
      finding('sender-1', 'sender', 3),
      finding('content-1', 'content', 2),
      finding('sender-2', 'sender', 1),
    ];
    expect(mostTelling(findings, 4).map(({ check }) => check)).toEqual(['link-1', 'sender-1', 'content-1', 'link-2']);
  });

  it('are all there when there are few', () => {
    expect(mostTelling([finding('a', 'link', 1)], 5)).toHaveLength(1);
    expect(mostTelling([], 5)).toEqual([]);
  });
});

describe('who knows it', () => {
  const said = (knowers: Knower[] | undefined, asked?: string[]): string | undefined => {
    const phrase = explainKnown(knowers, asked);
    return phrase && textOf(phrase, (value) => `<${value}>`);
  };

  it('is said with the number and the names, in the words that a service wants', () => {
    expect(
      said([
        { kind: 'own', name: '' },
        { kind: 'list', name: 'urlhaus' },
        { kind: 'service', name: 'Google Safe Browsing', credit: 'may be dangerous; advisory provided by Google' },
        { kind: 'service', name: 'urlscan', doubts: true },
      ]),
    ).toBe(
      'Known to 4 sources: your own security team, the list <urlhaus>, <Google Safe Browsing> (may be dangerous; advisory provided by Google), <urlscan> (has doubts).',
    );
    expect(said([{ kind: 'list', name: 'urlhaus' }])).toBe('Known to 1 source: the list <urlhaus>.');
  });

  it('counts those that there is no room for', () => {
    const many = Array.from({ length: 9 }, (_, at): Knower => ({ kind: 'list', name: `l${at}` }));
    expect(said(many)).toMatch(/^Known to 9 sources: .*the list <l5> and 3 more\.$/);
  });

  it('of nobody is said with how many were asked, and as no promise', () => {
    expect(said(undefined, ['a', 'b'])).toBe(
      'None of the 2 lists and services that I asked knows it. New frauds are known to nobody at first.',
    );
    expect(said([], ['a'])).toMatch(/^The one list or service that I asked does not know it\./);
  });

  it('is not said where nobody was asked', () => {
    expect(said(undefined, undefined)).toBeUndefined();
    expect(said([], [])).toBeUndefined();
  });
});
