import { defineCheck } from '../check.ts';
import { extensions, fileName } from './names.ts';

/** An archive inside an archive, as one packs what a filter must not find. A single `.tar.gz` is one archive and passes. */
export const archiveInArchive = defineCheck({
  id: 'archive-in-archive',
  on: 'attachment',
  group: 'attachment',
  points: 2,
  explain: 'The archive {name} holds another archive, {inner}. Packing twice gets files past filters.',
  run({ name, entries }, { lists }) {
    const inner = entries.slice(0, 2000).find((entry) => {
      const [last = ''] = extensions(entry.name);
      return last !== 'tar' && (lists.archives.has(last) || lists.diskImages.has(last));
    });
    return inner && { name: fileName(name), inner: fileName(inner.name) };
  },
});
