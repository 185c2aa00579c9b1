import { featuresOf, isJudged } from '../checks/url-model/features.ts';
import { SetupError } from '../errors.ts';
import type { Lists, UrlParts } from '../model.ts';
import { urlParts } from '../parse/url.ts';
import type { Example } from './url-model.ts';
import { FOLDS } from './url-model-trial.ts';
import { wellKnownLinks } from './well-known-links.ts';

/** The examples of a table. Links that the model would not be asked about teach it nothing. */
export function examplesOf(table: string, lists: Lists): Example[] {
  const [header = '', ...lines] = table.split('\n');
  const columns = header.split('\t');
  const at = { class: columns.indexOf('class'), source: columns.indexOf('source'), url: columns.indexOf('url') };
  if (Object.values(at).includes(-1)) throw new SetupError('The table needs the columns class, source and url.');
  return lines.flatMap((line): Example[] => {
    const fields = line.split('\t');
    // Lists copied from web pages carry the pages' own escapes.
    const parts = urlParts((fields[at.url] ?? '').replaceAll('&amp;', '&'));
    if (!parts || !isJudged(parts, lists)) return [];
    return [
      {
        slots: slotsOf(parts, lists),
        phish: fields[at.class] === 'phish',
        source: fields[at.source] ?? '',
        fold: foldOf(parts.domain || parts.host),
      },
    ];
  });
}

/** Links to well-known sites, never left out. */
export function wellKnownExamples(lists: Lists): Example[] {
  return wellKnownLinks(lists).flatMap((url): Example[] => {
    const parts = urlParts(url);
    // A name that is not registrable by itself is somebody's guest.
    if (!parts || !lists.popular.has(parts.domain)) return [];
    return [{ slots: slotsOf(parts, lists), phish: false, source: 'well-known', fold: -1 }];
  });
}

function slotsOf(parts: UrlParts, lists: Lists): number[] {
  return featuresOf(parts, lists).map(({ slot }) => slot);
}

function foldOf(domain: string): number {
  let sum = 0;
  for (const letter of domain) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return (sum >>> 4) % FOLDS;
}
