import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../../src/model.ts';
import { card } from '../../../src/slack/blocks/card.ts';
import { caseFile, SENTENCES } from './case-file.ts';

const listed = (feed: string, matched: string, parts: Partial<Indicator> = {}): Indicator => ({
  feed,
  matched,
  kind: 'domain',
  listedAt: '2026-11-01T00:00:00.000Z',
  ...parts,
});

describe('the card', () => {
  it('shows the entries of lists, those that speak against them too, each once and inert', () => {
    const indicators = [
      listed('urlhaus', 'cdn.example', { note: '<!channel> kit' }),
      listed('common', 'cdn.example', { warning: true }),
      listed('own', 'cdn.example'),
    ];
    const observable = { kind: 'domain' as const, value: 'cdn.example' };
    const file = caseFile(
      {},
      {
        sightings: [
          { observable, indicators, opinions: [] },
          { observable, indicators, opinions: [] },
        ],
      },
    );
    const text = JSON.stringify(card(file, new Map(), SENTENCES, () => undefined));
    expect(text.match(/On lists of others/g)).toHaveLength(1);
    expect(text.match(/urlhaus/g)).toHaveLength(1);
    expect(text).toContain('2026-11-01, often listed by mistake');
    expect(text).not.toContain('cdn.example');
    expect(text).not.toContain('<!channel> kit');
  });

  it('says nothing of lists where there are none', () => {
    expect(JSON.stringify(card(caseFile(), new Map(), SENTENCES, () => undefined))).not.toContain('On lists');
  });
});
