import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { extensionOf } from '../path-extension.ts';

/**
 * The link hands out an archive, or a document that can carry macros, from a site that is not well known. Lets pass
 * source archives (`.tar.gz`), which only developers are sent.
 */
export const documentDownload = defineCheck({
  id: 'document-download',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link to {host} downloads {file}, a kind of file that often carries malware.',
  run({ source, parts }, { lists, organisation }) {
    if (source === 'image' || parts.host === '' || isOwn(parts.host, organisation)) return;
    if (lists.popular.has(parts.domain) && !lists.fileHosts.has(parts.domain)) return;
    const file = extensionOf(parts.path);
    if (!file || /\.tar\.\w{1,4}$|^(?:gz|bz2|xz|tgz|zst|z|lz|lz4|tar)$/i.test(`${file.name}\n${file.extension}`))
      return;
    if (SOURCE.has(file.extension)) return;
    if (!lists.archives.has(file.extension) && !lists.macroDocuments.has(file.extension)) return;
    return { host: parts.unicodeHost, file: file.name };
  },
});

const SOURCE = new Set([
  'gz',
  'bz2',
  'xz',
  'tgz',
  'tbz',
  'tbz2',
  'txz',
  'zst',
  'zstd',
  'z',
  'lz',
  'lz4',
  'lzma',
  'tar',
  'cpio',
]);
