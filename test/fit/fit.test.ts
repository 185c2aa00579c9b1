import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { foldsOf, pastToFuture, sourcesLeftOut, withoutLanguages } from '../../src/fit/folds.ts';
import type { Label } from '../../src/fit/labels.ts';
import { minimise } from '../../src/fit/minimise.ts';
import { fitPoints, type Row } from '../../src/fit/points-fit.ts';
import { fitWording } from '../../src/fit/wording-fit.ts';
import type { Scoring } from '../../src/model.ts';

function label(parts: Partial<Label>): Label {
  return {
    path: 'a.eml',
    class: 'phish',
    source: 'pot',
    campaign: 'c',
    year: 2025,
    language: 'en',
    core: true,
    ...parts,
  };
}

const labels = Array.from({ length: 200 }, (_, at) =>
  label({
    path: `${at}.eml`,
    class: at % 2 ? 'ham' : 'phish',
    source: `source ${at % 20}`,
    campaign: `story ${at % 60}`,
    language: at % 3 ? 'en' : 'de',
    year: 2020 + (at % 7),
  }),
);

describe('folds', () => {
  it('never have a campaign of lures or a source of honest mail on both sides, and measure each mail once', () => {
    const folds = foldsOf(labels, 5);
    expect(folds.flatMap(({ measure }) => measure).toSorted((a, b) => a - b)).toEqual(labels.map((_, at) => at));
    for (const { learn, measure } of folds) {
      const key = ({ class: kind, source, campaign }: Label) => (kind === 'ham' ? source : campaign);
      const known = new Set(learn.map((at) => key(labels[at] as Label)));
      for (const at of measure) expect(known.has(key(labels[at] as Label))).toBe(false);
    }
  });
  it('hold later lures, lures in a language, or a source apart', () => {
    const lures = (places: number[]) => places.map((at) => labels[at] as Label).filter((one) => one.class === 'phish');
    const later = pastToFuture(labels, 2024);
    expect(lures(later.learn).every(({ year }) => year <= 2024)).toBe(true);
    expect(lures(later.measure).every(({ year }) => year > 2024)).toBe(true);
    expect(lures(withoutLanguages(labels, ['de']).learn).every(({ language }) => language === 'en')).toBe(true);
    const [one] = sourcesLeftOut(labels, 10);
    expect(one?.measure).toHaveLength(10);
  });
});

describe('minimise', () => {
  it('finds the bottom of a bowl', () => {
    const found = minimise(
      (at, gradient) => {
        const [x = 0, y = 0] = at;
        gradient.set([2 * (x - 3), 20 * (y + 1)]);
        return (x - 3) ** 2 + 10 * (y + 1) ** 2;
      },
      2,
      100,
    );
    expect(found[0]).toBeCloseTo(3, 4);
    expect(found[1]).toBeCloseTo(-1, 4);
  });
});

const check = (id: string, points: number): Check => ({
  id,
  on: 'message',
  group: 'content',
  points,
  decisive: false,
  explain: '',
  run: () => undefined,
});
const SCORING: Scoring = {
  thresholds: { suspicious: 3, high: 7 },
  caps: { sender: 6, link: 6, content: 7, attachment: 7, indicator: 10 },
  points: {},
};

describe('fitPoints', () => {
  const checks = [check('tells', 2), check('accuses', 2), check('unseen', 2), check('grave', 4)];
  const rows = Array.from({ length: 1200 }, (_, at): Row => {
    const lure = at % 2 === 0;
    const shown = [
      ...(lure && at % 10 ? [{ check: 0, strength: 1 }] : []),
      ...(!lure && at % 3 ? [{ check: 1, strength: 1 }] : []),
      ...(lure && at % 400 === 0 ? [{ check: 3, strength: 1 }] : []),
    ];
    return { label: label({ class: lure ? 'phish' : 'ham', campaign: `${at}`, source: lure ? 'pot' : 'list' }), shown };
  });
  const { points, thresholds } = fitPoints(checks, rows, SCORING);

  it('raises what tells lures, lowers what accuses honest mail, and never below nothing', () => {
    expect(points.tells).toBeGreaterThan(2);
    expect(points.accuses).toBeLessThan(1);
    expect(Math.min(...Object.values(points))).toBeGreaterThanOrEqual(0);
  });
  it('lets nothing flag alone that its author called odd', () => {
    const { grave = 0, ...odd } = points;
    expect(Math.max(...Object.values(odd))).toBeLessThan(SCORING.thresholds.suspicious);
    // What its author called grave does, as long as no honest mail shows it.
    expect(grave).toBeGreaterThanOrEqual(SCORING.thresholds.suspicious);
  });
  it('lets what its author called bad of a link flag it alone, whatever mails say: it may be all there is', () => {
    const ofLinks = [{ ...check('link-lies', 3), group: 'link' as const }, check('accuses', 2)];
    const accused = rows.map((row) => ({
      ...row,
      shown: row.label.class === 'ham' && row.shown.length > 0 ? [{ check: 0, strength: 1 }] : [],
    }));
    expect(fitPoints(ofLinks, accused, SCORING).points['link-lies']).toBe(SCORING.thresholds.suspicious);
  });
  it('leaves a check its prior that no mail showed', () => {
    expect(points.unseen).toBe(2);
  });
  it('keeps high above suspicious', () => {
    expect(thresholds.high).toBeGreaterThan(thresholds.suspicious);
  });
  it('gives the same points again', () => {
    expect(fitPoints(checks, rows, SCORING)).toEqual({ points, thresholds });
  });
});

describe('spam', () => {
  it('may be flagged, but raises the threshold of high where much of it would reach it', () => {
    const checks = [check('fortune', 3), check('stranger', 3)];
    const rowsWith = (spam: number): Row[] =>
      Array.from({ length: 1200 }, (_, at): Row => {
        const kind = at % 3 === 0 ? 'phish' : at % 3 === 1 ? 'ham' : 'spam';
        const shown = kind === 'ham' ? [] : kind === 'phish' || at % spam === 0 ? [0, 1] : [];
        return {
          label: label({ class: kind, campaign: `${at}`, source: kind }),
          shown: shown.map((place) => ({ check: place, strength: 1 })),
        };
      });
    const highOf = (rows: Row[]): number => fitPoints(checks, rows, SCORING).thresholds.high;
    expect(highOf(rowsWith(1))).toBeGreaterThan(highOf(rowsWith(1000)));
    // But never beyond what the content of a mail can reach by itself.
    expect(highOf(rowsWith(1))).toBeLessThanOrEqual(SCORING.caps.content);
  });
});

describe('fitWording', () => {
  it('weighs what lures say above what honest mail says, by scores of mail that the model did not know', () => {
    const mails = Array.from({ length: 80 }, (_, at) => {
      const lure = at % 2 === 0;
      const buckets = Uint32Array.from([lure ? 5 : 9, 100 + at, 300 + (at % 7)]).sort();
      return { label: label({ class: lure ? 'phish' : 'ham', campaign: `${at}`, source: `s${at % 8}` }), buckets };
    });
    const { model, unseen } = fitWording(mails);
    expect(model.weights[5]).toBeGreaterThan(model.weights[9] as number);
    expect(model.to).toBeGreaterThan(model.from);
    const mean = (rest: number) => unseen.filter((_, at) => at % 2 === rest).reduce((sum, score) => sum + score, 0);
    expect(mean(0)).toBeGreaterThan(mean(1));
  });
});
