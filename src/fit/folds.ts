import { createHash } from 'node:crypto';
import type { Label } from './labels.ts';

/** A part of the mails to learn from and one to measure on, as places in the list. */
export interface Split {
  name: string;
  learn: number[];
  measure: number[];
}

/** The same number from 0 to `parts - 1` for the same text, on every machine. */
export function part(text: string, parts: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % parts;
}

/**
 * Folds in which neither a campaign nor a whole source of honest mail is on both sides. Lures and spam are held apart by
 * campaign only: nearly all of the phish has one source.
 */
function foldOf(label: Label, folds: number): number {
  return label.class === 'ham' ? part(`source ${label.source}`, folds) : part(`campaign ${label.campaign}`, folds);
}

export function foldsOf(labels: Label[], folds: number): Split[] {
  const places = labels.map((label) => foldOf(label, folds));
  return Array.from({ length: folds }, (_, fold) => splitBy(`fold ${fold + 1}`, labels, (at) => places[at] === fold));
}

/** Past to future: lures up to `year` to learn from, later ones to measure on; honest sources held apart as in a fold. */
export function pastToFuture(labels: Label[], year: number): Split {
  return overHonestFolds(`lures after ${year}`, labels, (label) => label.year > year);
}

/** Without some languages: lures in them are only measured. */
export function withoutLanguages(labels: Label[], languages: string[]): Split {
  return overHonestFolds(`lures in ${languages.join(', ')}`, labels, (label) => languages.includes(label.language));
}

/** Lures of the rest to learn from, the held ones to measure on, with a fifth of the honest sources held apart too. */
function overHonestFolds(name: string, labels: Label[], held: (label: Label) => boolean): Split {
  const honest = (at: number): boolean => labels[at]?.class === 'ham';
  return splitBy(name, labels, (at) => {
    const label = labels[at] as Label;
    return honest(at) ? foldOf(label, 5) === 0 : held(label);
  });
}

/** One source of lures or of honest mail left out, for each that has enough mails to be measured. */
export function sourcesLeftOut(labels: Label[], atLeast: number): Split[] {
  const counts = new Map<string, number>();
  for (const { class: kind, source } of labels) {
    const name = `${kind}: ${source}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= atLeast)
    .map(([name]) => name)
    .sort()
    .map((name) => splitBy(name, labels, (at) => `${labels[at]?.class}: ${labels[at]?.source}` === name));
}

function splitBy(name: string, labels: Label[], isHeld: (at: number) => boolean): Split {
  const learn: number[] = [];
  const measure: number[] = [];
  for (let at = 0; at < labels.length; at += 1) (isHeld(at) ? measure : learn).push(at);
  return { name, learn, measure };
}
