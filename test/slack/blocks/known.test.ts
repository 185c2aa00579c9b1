import { describe, expect, it } from 'vitest';
import type { Knower } from '../../../src/model.ts';
import type { Json } from '../../../src/playground/fake-slack/types.ts';
import { answer } from '../../../src/slack/blocks/answer.ts';
import { card } from '../../../src/slack/blocks/card.ts';
import type { Post } from '../../../src/slack/blocks/kit.ts';
import { linkAnswer } from '../../../src/slack/blocks/links.ts';
import { read } from '../../helpers/routes.ts';
import { caseFile, finding, report, SENTENCES, verdict } from './case-file.ts';

const GOOGLE: Knower = {
  kind: 'service',
  name: 'Google Safe Browsing',
  credit: 'may be dangerous; advisory provided by Google',
};
const KNOWN = verdict({ knownTo: [{ kind: 'own', name: '' }, { kind: 'list', name: 'urlhaus' }, GOOGLE] });
const SAID =
  'Known to 3 sources: your own security team, the list urlhaus, Google Safe Browsing (may be dangerous; advisory provided by Google).';

const file = (assessment: Parameters<typeof caseFile>[1]) => caseFile({}, assessment);
const seen = (post: Post): string => read(JSON.parse(JSON.stringify(post)) as { blocks: Json[]; text: string });
const everywhere = (assessment: NonNullable<Parameters<typeof caseFile>[1]>): string[] => {
  const whole = file(assessment);
  const links = [{ url: 'https://evil.example/', verdict: verdict() }];
  if (!whole.assessment) throw new Error('no assessment');
  return [
    seen(answer(report(), whole, SENTENCES, true)),
    seen(card(whole, new Map(), SENTENCES, () => undefined)),
    seen(linkAnswer(links, [], whole.assessment, SENTENCES, 'r1')),
  ];
};

describe('who knows it', () => {
  it('is said to the reporter, on the card and to whoever checks a link, as each service wants it', () => {
    const [answered = '', onCard = '', checked = ''] = everywhere({ verdict: KNOWN });
    expect(answered.split('\n')).toContain(SAID);
    expect(checked.split('\n')).toContain(SAID);
    expect(onCard.split('\n')).toContain(SAID.replace('your own security team', 'your own list'));
  });

  it('is said as no promise when nobody does', () => {
    const none = { verdict: verdict({ risk: 'no-signs' }), asked: ['urlhaus', 'VirusTotal'] };
    const [answered, onCard, checked] = everywhere(none);
    const said = /None of the 2 lists and services that I asked knows it\. New frauds are known to nobody/;
    expect(answered).toMatch(said);
    expect(checked).toMatch(said);
    // Whoever reads two hundred of them knows that.
    expect(onCard).toMatch(/asked knows it\.$/m);
  });

  it('is not spoken of where nobody was asked', () => {
    for (const text of everywhere({ verdict: verdict() })) expect(text).not.toMatch(/[Kk]nown to|knows it/);
  });

  it('is told link by link where several were asked about', () => {
    const { assessment } = file({ verdict: KNOWN });
    if (!assessment) throw new Error('no assessment');
    const links = [
      { url: 'https://evil.example/', verdict: KNOWN },
      { url: 'https://fine.example/', verdict: verdict({ risk: 'no-signs' }) },
    ];
    const text = seen(linkAnswer(links, [], assessment, SENTENCES, undefined));
    expect(text).toMatch(/evil\[\.\]example\/ \(known to 3 sources\)$/m);
    expect(text).toMatch(/fine\[\.\]example\/$/m);
  });

  it('steps back behind a decision in the reporter’s answer', () => {
    const decided = file({ verdict: KNOWN });
    decided.case.decision = { kind: 'legitimate', seq: 5, by: 'U0ANNA', at: new Date(0), listed: [] };
    expect(seen(answer(report(), decided, SENTENCES, true))).not.toContain('Known to');
  });

  it('is in the words that stand in for refused blocks', () => {
    const whole = file({ verdict: KNOWN });
    expect(answer(report(), whole, SENTENCES, true).text).toContain('Known to 3 sources');
    if (whole.assessment) {
      expect(linkAnswer([], [], whole.assessment, SENTENCES, undefined).text).toContain('Known to 3 sources');
    }
  });
});

it('a colon of our own before a value stays a colon', () => {
  const sentences = new Map([
    ['list', 'It is a chain of words: {words}.'],
    ['said', '{who}: {words}.'],
  ]);
  const findings = [finding('list', { words: 'parcel' }), finding('said', { who: 'A', words: 'b' })];
  const text = seen(answer(report(), file({ verdict: verdict({ findings }) }), sentences, true));
  expect(text).toContain('• It is a chain of words: parcel.');
  expect(text).toContain('• A: b.');
});
