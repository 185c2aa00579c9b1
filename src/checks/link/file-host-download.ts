import { defineCheck } from '../check.ts';
import { entryAbove } from '../domains.ts';

/** A file from a place where anyone may leave one. A hint: colleagues share files so. The front page passes. */
export const fileHostDownload = defineCheck({
  id: 'file-host-download',
  on: 'link',
  group: 'link',
  points: 1,
  explain: 'The link offers a file on {host}, where anyone can leave files.',
  run({ source, parts }, { lists }) {
    if (source === 'image' || parts.path.length <= 1) return;
    return entryAbove(parts.host, lists.fileHosts) ? { host: parts.unicodeHost } : undefined;
  },
});
