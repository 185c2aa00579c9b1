import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One labelled mail of a folder. */
export interface Label {
  /** Relative to the folder. */
  path: string;
  class: 'phish' | 'ham' | 'spam';
  source: string;
  /** Mails of one story share it: never in the fit and in the measurement at once. */
  campaign: string;
  year: number;
  language: string;
  /** Fraud rather than advert: what the floors speak of. */
  core: boolean;
}

const CLASSES = new Set(['phish', 'ham', 'spam']);

/**
 * Reads `labels.tsv` of a labelled folder: a header line with at least `path` and `class`; `source`, `campaign`, `year`,
 * `language` and `core` where they stand. A mail without a campaign is one of its own.
 */
export function readLabels(folder: string): Label[] {
  const [head = '', ...lines] = readFileSync(join(folder, 'labels.tsv'), 'utf8').split(/\r?\n/);
  const columns = head.split('\t');
  for (const needed of ['path', 'class']) {
    if (!columns.includes(needed))
      throw new Error(`labels.tsv in ${folder} has no column “${needed}” in its first line.`);
  }
  return lines
    .filter((line) => line !== '')
    .map((line): Label => {
      const cells = line.split('\t');
      const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
      const [path, kind] = [cell('path'), cell('class')];
      if (!CLASSES.has(kind)) throw new Error(`${path} in labels.tsv is of class “${kind}”: phish, ham or spam.`);
      return {
        path,
        class: kind as Label['class'],
        source: cell('source') || kind,
        campaign: cell('campaign') || path,
        year: Number(cell('year')) || 0,
        language: cell('language') || '?',
        core: kind === 'phish' && (columns.includes('core') ? cell('core') === '1' : true),
      };
    });
}
