import type { Indicator, Sighting } from '../../model.ts';
import { inertPlain, plain } from '../inert.ts';
import { type RichPiece, words } from './kit.ts';

const MOST_LISTINGS = 10;

/**
 * What the feeds say of the observables, one line an entry: the entries that count and those of warning lists alike, so
 * that an analyst sees why one was not believed. The organisation's own list is said elsewhere.
 */
export function listings(sightings: Sighting[]): RichPiece[][] {
  const entries = new Map<string, Indicator>();
  for (const { indicators } of sightings) {
    for (const indicator of indicators) {
      if (indicator.feed !== 'own') entries.set(`${indicator.feed} ${indicator.matched}`, indicator);
    }
  }
  const shown = [...entries.values()].slice(0, MOST_LISTINGS);
  const more = entries.size - shown.length;
  return [...shown.map(line), ...(more > 0 ? [[words(plain`and ${more} more`)]] : [])];
}

function line({ feed, matched, listedAt, note, warning }: Indicator): RichPiece[] {
  const since = inertPlain(listedAt.slice(0, 10), 10);
  const about = warning ? plain`, often listed by mistake` : plain``;
  return [
    words(inertPlain(feed, 40), { bold: true }),
    words(plain`: ${inertPlain(matched, 200)} (${since}${about}${note ? plain`, ${inertPlain(note, 160)}` : plain``})`),
  ];
}
