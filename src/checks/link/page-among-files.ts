import { defineCheck } from '../check.ts';
import { isStrangersSite } from '../hosts.ts';

const FOLDERS: [RegExp, string][] = [
  [/\/wp-content\/uploads\/(?:[^/]{1,80}\/){0,8}[^/]{1,80}\.(?:php\d?|html?)$/, 'uploads'],
  [/\/(?:images?|img|imgs|pictures)\/(?:[^/]{1,80}\/){1,8}[^/]{1,80}\.(?:php\d?|html?)$/, 'pictures'],
  [/\/(?:css|fonts?|styles?)\/(?:[^/]{1,80}\/){0,8}[^/]{1,80}\.(?:php\d?|html?)$/, 'styles'],
  [/\/(?:js|javascript)\/(?:[^/]{1,80}\/){1,8}[^/]{1,80}\.(?:php\d?|html?)$/, 'scripts'],
  [/\/(?:cache|tmp|temp|logs?|backup)\/(?:[^/]{1,80}\/){1,8}[^/]{1,80}\.(?:php\d?|html?)$/, 'things of passage'],
];

/**
 * A page of a program's kind in a folder for pictures, styles, scripts or uploads: false pages are put where a broken-into
 * site lets strangers write. Lets pass plain files there, and pages directly below the site's root in such a folder,
 * which galleries and tutorials have.
 */
export const pageAmongFiles = defineCheck({
  id: 'page-among-files',
  on: 'link',
  group: 'link',
  points: 2,
  explain: 'The link leads to a page in a folder of {host} that is meant for {kind}, not for pages.',
  run(link, context) {
    if (!isStrangersSite(link, context)) return;
    const path = link.parts.path.toLowerCase().slice(0, 500);
    const found = FOLDERS.find(([folder]) => folder.test(path));
    return found ? { host: link.parts.unicodeHost, kind: found[1] } : undefined;
  },
});
