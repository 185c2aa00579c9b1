import { describe, expect, it } from 'vitest';
import { PATH_SLOTS } from '../../src/checks/url-model/features.ts';
import { examplesOf } from '../../src/fit/url-examples.ts';
import { type Example, fitWeights, quantised, scoreOf } from '../../src/fit/url-model.ts';
import { boundAt, leaveSourcesOut, scoreAcrossFolds } from '../../src/fit/url-model-trial.ts';
import { wellKnownLinks } from '../../src/fit/well-known-links.ts';
import { knowledge } from '../helpers/evidence.ts';

const { lists } = knowledge();
const HONEST = ['garden', 'river', 'stone', 'meadow', 'harbour', 'candle', 'window', 'timber', 'copper', 'silver'];
const rows = HONEST.flatMap((name, index) => [
  `benign\tfirms\thttps://www.${name}-house.test/about`,
  `benign\tfirms\thttps://${name}.works.example/team`,
  `phish\t${index % 2 ? 'one' : 'two'}\thttps://xk${index}q7z.top/Login`,
  `phish\t${index % 2 ? 'one' : 'two'}\thttps://zq${index}v9x.top/verify.php?id=1`,
]);
const table = ['class\tsource\turl', ...rows, 'benign\tfirms\tnot a link', ''].join('\n');
const examples = examplesOf(table, lists);

describe('the fit of the model of addresses', () => {
  it('reads a table, and leaves out what is no link and what the model is not asked about', () => {
    expect(examples).toHaveLength(40);
    expect(examples.filter(({ phish }) => phish)).toHaveLength(20);
    expect(examplesOf('class\tsource\turl\nphish\ta\thttps://www.google.com/x', lists)).toEqual([]);
    expect(() => examplesOf('kind\turl\n', lists)).toThrow(/columns/);
  });

  it('tells the two kinds apart, and links that it has not seen', () => {
    const weights = fitWeights(examples);
    const scores = (phish: boolean) =>
      examples.filter((example) => example.phish === phish).map((example) => scoreOf(example, weights));
    expect(Math.min(...scores(true))).toBeGreaterThan(Math.max(...scores(false)));
    const unseen = examplesOf('class\tsource\turl\nphish\ta\thttps://xz4q8k.top/Login', lists);
    expect(scoreOf(unseen[0] as Example, weights)).toBeGreaterThan(0);
  });

  it('gives the same bytes from the same table', () => {
    expect(quantised(fitWeights(examples))).toEqual(quantised(fitWeights(examplesOf(table, lists))));
  });

  it('lets no path speak for a link', () => {
    const { weights } = fitWeights(examples);
    expect(Math.min(...weights.subarray(PATH_SLOTS))).toBe(0);
    expect(Math.max(...weights.subarray(PATH_SLOTS))).toBeGreaterThan(0);
  });

  it('scores each link by a model that has not seen its domain, and never the well-known ones', () => {
    const known: Example = { slots: [1], phish: false, source: 'well-known', fold: -1 };
    expect(scoreAcrossFolds([...examples, known])).toHaveLength(examples.length);
    const folds = Map.groupBy(examples, ({ fold }) => fold);
    expect(folds.size).toBeGreaterThan(1);
  });

  it('leaves each collection out in turn', () => {
    const trials = leaveSourcesOut(examples, [0.01], 5);
    expect(trials.map(({ name }) => name)).toContain('without one, honest: a fifth of all');
    expect(trials.every(({ caught }) => caught.every((cell) => cell.caught >= 0 && cell.caught <= 1))).toBe(true);
  });

  it('finds the bound above which only a share lies', () => {
    expect(boundAt([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.1)).toBe(9);
    expect(boundAt([1, 2, 3], 0)).toBe(3);
  });
});

describe('links to well-known sites', () => {
  it('are of every second name, so that the other half can teach the letters', () => {
    const popular = new Map(['a.test', 'b.test', 'c.test'].map((domain, index) => [domain, index + 1]));
    expect(
      wellKnownLinks({ ...lists, popular }).map((url) => new URL(url).host.split('.').slice(-2).join('.')),
    ).toEqual(['a.test', 'c.test']);
  });
});
