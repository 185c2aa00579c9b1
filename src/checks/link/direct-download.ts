import { defineCheck } from '../check.ts';
import { isOwn } from '../domains.ts';
import { extensionOf } from '../path-extension.ts';

/**
 * The link hands out a program, script or disk image. Lets pass well-known sites (developers mail each other such
 * links), `.com`, which ends hosts in redirectors' paths, and endings that web servers use for pages.
 */
export const directDownload = defineCheck({
  id: 'direct-download',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link to {host} downloads {file}, a file that can run on your computer.',
  run({ source, parts }, { lists, organisation }) {
    if (source === 'image' || parts.host === '' || isOwn(parts.host, organisation)) return;
    if (lists.popular.has(parts.domain) && !lists.fileHosts.has(parts.domain)) return;
    const file = extensionOf(parts.path);
    if (!file || PAGES.has(file.extension)) return;
    const { extension, name } = file;
    const runs = lists.executables.has(extension) || lists.scripts.has(extension) || lists.diskImages.has(extension);
    return runs ? { host: parts.unicodeHost, file: name } : undefined;
  },
});

const PAGES = new Set([
  'com',
  'js',
  'py',
  'sh',
  'app',
  'action',
  'run',
  'do',
  'one',
  'theme',
  'url',
  'command',
  'job',
  'jar',
  'inf',
  'img',
  'workflow',
  'desktop',
]);
