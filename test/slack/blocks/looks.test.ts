import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/slack/blocks/answer.ts';
import { card } from '../../../src/slack/blocks/card.ts';
import { looked } from '../../../src/slack/blocks/looks.ts';
import { evidence, link } from '../../helpers/evidence.ts';
import { read } from '../../helpers/routes.ts';
import { caseFile, report, SENTENCES } from './case-file.ts';

const links = [
  link('https://short.example/ab'),
  link('https://evil.example/login', { id: 'l2', chain: ['https://short.example/ab'] }),
];
const shown = (post: { blocks: unknown; text: string }): string => read(post as Parameters<typeof read>[0]);
const cardOf = (file: ReturnType<typeof caseFile>, looks: Parameters<typeof card>[4]): string =>
  shown(card(file, new Map(), SENTENCES, () => undefined, looks));

describe('where links lead', () => {
  it('is said to the reporter and on the card, and cannot be clicked', () => {
    const file = caseFile({}, { evidence: evidence({ links }) });
    for (const text of [shown(answer(report(), file, SENTENCES, true)), cardOf(file, [])]) {
      expect(text).toMatch(
        /Where links really lead\n• hxxps:\/\/short\[\.\]example\/ab leads to hxxps:\/\/evil\[\.\]example\/login/,
      );
    }
  });

  it('steps back behind a decision in the answer', () => {
    const decision = { seq: 5, by: 'U0ANNA', kind: 'phishing', listed: [], at: new Date() } as const;
    const file = caseFile({ decision: { ...decision, listed: [] } }, { evidence: evidence({ links }) });
    expect(shown(answer(report(), file, SENTENCES, true))).not.toContain('really lead');
  });

  it('is not said where no link was followed', () => {
    const file = caseFile({}, { evidence: evidence({ links: links.slice(0, 1) }) });
    expect(cardOf(file, [])).not.toContain('really lead');
  });
});

describe('the buttons for what opens pages', () => {
  it('stand on the card only where they are switched on', () => {
    const file = caseFile({}, { evidence: evidence({ links }) });
    expect(cardOf(file, ['expand'])).toMatch(/\[Claim\] \[Decide…\] \[Expand links\] \[Sources\]$/);
    expect(cardOf(file, ['expand', 'scan'])).toMatch(/\[Expand links\] \[Scan privately with urlscan\] \[Sources\]$/);
    expect(cardOf(file, [])).toMatch(/\[Claim\] \[Decide…\] \[Sources\]$/);
  });

  it('are missing where there is no link, or no content any more', () => {
    expect(cardOf(caseFile(), ['expand', 'scan'])).not.toMatch(/Expand|Scan/);
    expect(cardOf({ case: caseFile().case }, ['expand', 'scan'])).not.toMatch(/Expand|Scan/);
  });
});

describe('what a look brought', () => {
  it('names the analyst, targets, notes, and what was left alone', () => {
    const looks = { expand: { seq: 4, by: 'U0PRIYA', at: new Date(), done: false } };
    const brought = {
      lines: [{ url: 'https://short.example/ab', to: 'https://evil.example/login', note: 'only shorteners are asked' }],
      left: [{ url: 'https://news.example/out', why: 'it ends a subscription' }],
    };
    expect(shown(looked('expand', caseFile({ looks }), brought)).split('\n')).toEqual([
      'Links expanded, as <@U0PRIYA> asked.',
      'What came of it',
      '• hxxps://short[.]example/ab leads to hxxps://evil[.]example/login: only shorteners are asked',
      'Left alone',
      '• hxxps://news[.]example/out: it ends a subscription',
    ]);
  });

  it('says so where there was nothing to open', () => {
    expect(shown(looked('scan', caseFile(), { lines: [], left: [] }))).toMatch(/There was no link to open/);
  });
});
