import { defineCheck } from '../check.ts';
import { linksToNobody } from '../strangers.ts';
import { doubtAbout, tells } from './asks.ts';

/**
 * A guest or customer complains, and what happened is to be seen in a folder or archive elsewhere. A complaint that says
 * what happened, with pictures attached, passes.
 */
export const complaintWithFolder = defineCheck({
  id: 'complaint-with-folder',
  on: 'message',
  group: 'content',
  points: 2,
  explain: 'It complains (“{phrase}”) and keeps the facts in a file or page of a kind that can do harm.',
  run(message, context) {
    const [hit] = tells(message, context, 'complaint');
    return hit && (linksToNobody(message, context).length > 0 || doubtAbout(message, context) !== undefined)
      ? { phrase: hit.phrase }
      : undefined;
  },
});
