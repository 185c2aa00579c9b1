import { defineCheck } from '../check.ts';
import { extensions, fileName } from './names.ts';

/**
 * A program or document blown up so far that scanners skip it, packed into next to nothing. Honest films and pictures
 * are large but do not shrink, and honest documents that shrink are not that large.
 */
export const paddedGiant = defineCheck({
  id: 'padded-giant',
  on: 'attachment',
  group: 'attachment',
  points: 4,
  explain: 'The archive {name} holds {giant}, blown up with nothing so that virus scanners skip it.',
  run({ name, size, entries }, { lists }) {
    const giant = entries.find((entry) => {
      if (entry.size < 50_000_000 || entry.size < size * 50) return false;
      const [last = ''] = extensions(entry.name);
      const opens =
        lists.executables.has(last) || lists.scripts.has(last) || lists.diskImages.has(last) || OFFICE.test(last);
      return opens;
    });
    return giant && { name: fileName(name), giant: fileName(giant.name) };
  },
});

const OFFICE = /^(?:doc|xls|ppt|one|pdf)[xmb]?$/;
