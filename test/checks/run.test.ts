import { describe, expect, it } from 'vitest';
import { defineCheck } from '../../src/checks/check.ts';
import { contextOf, runChecks } from '../../src/checks/run.ts';
import { attachment, evidence, knowledge, link, message } from '../helpers/evidence.ts';

const shouting = defineCheck({
  id: 'shouting',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It shouts “{words}”.',
  run({ text }) {
    return text !== '' && text === text.toUpperCase() ? { words: text } : undefined;
  },
});
const anyLink = defineCheck({
  id: 'any-link',
  on: 'link',
  group: 'link',
  points: 1,
  decisive: true,
  explain: 'It links to {url}.',
  run({ url }, context) {
    return context.evidence.links.length > 0 ? { url } : undefined;
  },
});
const listed = defineCheck({
  id: 'listed',
  on: 'sighting',
  group: 'indicator',
  points: 5,
  explain: '{value} is listed.',
  run({ observable }) {
    return { value: observable.value };
  },
});

const nothing = { points: {} };

describe('runChecks', () => {
  it('makes one finding a check, of the first unit that shows it', () => {
    const whole = evidence({
      messages: [
        message({ id: 'm1', text: 'quiet' }),
        message({ id: 'm2', text: 'LOUD' }),
        message({ id: 'm3', text: 'LOUDER' }),
      ],
    });
    expect(runChecks([shouting], whole, [], knowledge(), nothing)).toEqual({
      findings: [{ check: 'shouting', group: 'content', points: 2, data: { words: 'LOUD' }, decisive: false }],
      ran: 1,
    });
  });

  it('counts a check that had something to look at, whether it found anything or not', () => {
    const whole = evidence({ messages: [message({ text: 'quiet' })] });
    expect(runChecks([shouting, anyLink, listed], whole, [], knowledge(), nothing)).toEqual({ findings: [], ran: 1 });
    expect(runChecks([shouting, anyLink, listed], evidence(), [], knowledge(), nothing).ran).toBe(0);
  });

  it('takes points from the scoring where it has them, nought included', () => {
    const whole = evidence({ messages: [message({ text: 'LOUD' })], links: [link('https://a.example/')] });
    const { findings } = runChecks([shouting, anyLink], whole, [], knowledge(), {
      points: { shouting: 0.5, 'any-link': 0 },
    });
    expect(findings.map(({ points }) => points)).toEqual([0.5, 0]);
  });

  it('runs on links that were reported alone, and on what was looked up', () => {
    const whole = evidence({ links: [link('https://a.example/', { message: undefined, source: 'reported' })] });
    const sighting = { observable: { kind: 'domain' as const, value: 'a.example' }, indicators: [], opinions: [] };
    const { findings, ran } = runChecks([anyLink, listed], whole, [sighting], knowledge(), nothing);
    expect(findings.map(({ check, decisive }) => [check, decisive])).toEqual([
      ['any-link', true],
      ['listed', false],
    ]);
    expect(ran).toBe(2);
  });
});

describe('contextOf', () => {
  const first = message({ id: 'm1', subject: 'Verify your account', text: 'Dear Ada' });
  const second = message({ id: 'm2', text: 'A gift card' });
  const context = contextOf(
    evidence({
      messages: [first, second],
      links: [link('https://a.example/'), link('https://b.example/', { message: 'm2' })],
      attachments: [attachment('a.pdf', { message: 'm2' })],
    }),
    knowledge(),
  );

  it('knows what lies in which message', () => {
    expect(context.linksOf(first).map(({ url }) => url)).toEqual(['https://a.example/']);
    expect(context.attachmentsOf(first)).toEqual([]);
    expect(context.attachmentsOf(second).map(({ name }) => name)).toEqual(['a.pdf']);
    expect(context.messageOf({ message: 'm2' })).toBe(second);
    expect(context.messageOf({})).toBeUndefined();
    expect(context.messageOf({ message: 'gone' })).toBeUndefined();
  });

  it('finds phrases in the subject and the text, once for all checks', () => {
    expect(context.luresOf(first).map(({ phrase }) => phrase)).toEqual(['verify your account']);
    expect(context.luresOf(first)).toBe(context.luresOf(first));
    expect(context.luresOf(second).map(({ theme }) => theme)).toEqual(['gift-card']);
  });

  it('leaves out what a reply quotes, but not what an original writes behind quotation marks', () => {
    const text = 'Is it real?\n> verify your account\n  > verify your account';
    const reply = message({ isReply: true, text });
    const original = message({ isReply: false, text });
    const around = contextOf(evidence({ messages: [reply, original] }), knowledge());
    expect(around.luresOf(reply)).toEqual([]);
    expect(around.luresOf(original)).toHaveLength(2);
  });
});

describe('where links were found to lead', () => {
  const found = evidence({
    messages: [message()],
    links: [
      link('https://short.test/a'),
      link('https://end.test/', { source: 'redirect', chain: ['https://short.test/a'] }),
    ],
  });

  it('is judged as a link of its own', () => {
    const seen: string[] = [];
    const watching = {
      ...anyLink,
      run: ({ url }: { url: string }) => void seen.push(url),
    } as unknown as typeof anyLink;
    runChecks([watching], found, [], knowledge(), nothing);
    expect(seen).toEqual(['https://short.test/a', 'https://end.test/']);
  });

  it('does not count among those of the mail: a sender could else lead us to as many sites as a newsletter does', () => {
    const { linksOf } = contextOf(found, knowledge());
    expect(linksOf(message()).map(({ url }) => url)).toEqual(['https://short.test/a']);
  });
});
