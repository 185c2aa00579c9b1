import { type Example, fitWeights, scoreOf } from './url-model.ts';

/** How a model does on links that it was not fitted on. */
export interface Trial {
  name: string;
  /** Share of the phishing links caught where so many of the honest ones are accused, by that share. */
  caught: { accused: number; caught: number }[];
  phish: number;
  benign: number;
}

export const FOLDS = 5;

interface Judged {
  example: Example;
  score: number;
}

/** Every link scored by a model that saw no link of its fold. */
export function scoreAcrossFolds(examples: Example[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitWeights(examples.filter((example) => example.fold !== fold));
    return examples
      .filter((example) => example.fold === fold)
      .map((example) => ({ example, score: scoreOf(example, weights) }));
  }).flat();
}

/**
 * Each collection of phishing links left out of the fit in turn, together with a fold of the honest ones (`of all`), or
 * with a whole collection of those. That is the measure for links of a source nobody has seen.
 */
export function leaveSourcesOut(examples: Example[], shares: number[], least = 100): Trial[] {
  const sources = (phish: boolean): string[] =>
    [
      ...Map.groupBy(
        examples.filter((example) => example.phish === phish && example.fold >= 0),
        ({ source }) => source,
      ),
    ]
      .filter(([, links]) => links.length >= least)
      .map(([source]) => source)
      .sort();
  return sources(true).flatMap((phishing) =>
    ['all', ...sources(false)].map((benign) => {
      const out = ({ phish, source, fold }: Example): boolean =>
        fold >= 0 && (phish ? source === phishing : benign === 'all' ? fold === 0 : source === benign);
      const weights = fitWeights(examples.filter((example) => !out(example)));
      const judged = examples.filter(out).map((example) => ({ example, score: scoreOf(example, weights) }));
      return trialOf(`without ${phishing}, honest: ${benign === 'all' ? 'a fifth of all' : benign}`, judged, shares);
    }),
  );
}

export function trialOf(name: string, judged: Judged[], shares: number[]): Trial {
  const phish = judged.filter(({ example }) => example.phish).map(({ score }) => score);
  const benign = judged.filter(({ example }) => !example.phish).map(({ score }) => score);
  return {
    name,
    phish: phish.length,
    benign: benign.length,
    caught: shares.map((accused) => {
      const bound = boundAt(benign, accused);
      return { accused, caught: phish.filter((score) => score > bound).length / Math.max(1, phish.length) };
    }),
  };
}

/** The score above which only so large a share of the scores lies. */
export function boundAt(scores: number[], share: number): number {
  const sorted = Float64Array.from(scores).sort().reverse();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.POSITIVE_INFINITY;
}
