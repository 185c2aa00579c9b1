import { describe, expect, it } from 'vitest';
import { featuresOf, PATH_SLOTS, SLOTS } from '../../../src/checks/url-model/features.ts';
import { likenessOf } from '../../../src/checks/url-model/score.ts';
import { urlParts } from '../../../src/parse/url.ts';
import { knowledge } from '../../helpers/evidence.ts';

const { lists } = knowledge();
const partsOf = (url: string) => {
  const parts = urlParts(url);
  if (!parts) throw new Error(url);
  return parts;
};

/** Weighs what the URL has of the piece, and nothing else. */
function weighing(url: string, piece: string) {
  const weights = new Int8Array(SLOTS);
  for (const feature of featuresOf(partsOf(url), lists)) if (feature.piece === piece) weights[feature.slot] = 1;
  return { ...lists, urlModel: { ...lists.urlModel, weights, step: 1 } };
}

describe('the score of an address', () => {
  it('is the sum of its weights, and names the pieces that weigh most', () => {
    const url = 'https://xvkqzt.test/drawn';
    const found = likenessOf(partsOf(url), weighing(url, 'xvkqzt'));
    expect(found?.telling).toEqual(['xvkqzt']);
    expect(found?.score).toBeGreaterThan(3);
  });

  it('is the same with and without https, www and the last slash', () => {
    const model = weighing('https://xvkqzt.test/', 'xvkqzt');
    const scores = ['https://xvkqzt.test/', 'http://xvkqzt.test', 'https://www.xvkqzt.test/'].map(
      (url) => likenessOf(partsOf(url), model)?.score,
    );
    expect(new Set(scores).size).toBe(1);
  });

  it('keeps the features of the path apart from those of the host', () => {
    const host = new Set(featuresOf(partsOf('https://a.xvkqzt.test/'), lists).map(({ slot }) => slot));
    const all = featuresOf(partsOf('https://a.xvkqzt.test/login/a.php?id=1'), lists);
    expect(all.filter(({ slot }) => !host.has(slot)).every(({ slot }) => slot >= PATH_SLOTS)).toBe(true);
  });

  it('is not asked about front pages of shared hosts, odd schemes and nameless hosts', () => {
    for (const url of ['https://pages.dev/', 'mailto:ada@hospital.example', 'http://intranet/']) {
      expect(likenessOf(partsOf(url), lists), url).toBeUndefined();
    }
  });

  it('takes an address of any size in its stride', () => {
    const url = `https://${'a-1.'.repeat(50)}test/${'x7/'.repeat(2_000)}?${'a=1&'.repeat(300)}`;
    const started = performance.now();
    for (let turn = 0; turn < 20; turn += 1) likenessOf(partsOf(url), lists);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
