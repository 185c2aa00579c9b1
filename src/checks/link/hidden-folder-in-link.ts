import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';

const HIDDEN = /^(?:\.(?!well-known$|\.?$|github$|gitlab$)[a-z0-9_-]{1,40}|__macosx|@eadir)$/i;

/**
 * Folders whose name begins with a dot, and those that archive programs and storage boxes leave behind: whoever unpacks
 * a false page on a broken-into site hides it so. Lets pass `.well-known`, which has a check of its own, and sites that show
 * source code, where such names are ordinary.
 */
export const hiddenFolderInLink = defineCheck({
  id: 'hidden-folder-in-link',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link to {host} leads into a hidden folder, {folder}, where a site keeps nothing for visitors.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const folders = link.parts.path.slice(0, 1_000).split('/').slice(0, -1);
    if (folders.some((folder) => /^(?:blob|tree|src|raw|-)$/.test(folder))) return;
    const folder = folders.find((name) => HIDDEN.test(name));
    return folder ? { host: link.parts.unicodeHost, folder } : undefined;
  },
});
