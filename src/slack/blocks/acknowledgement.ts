import { mrkdwn } from '../inert.ts';
import { type Post, post, section } from './kit.ts';

/** Within a second of the report. It becomes the answer. */
export function acknowledgement(): Post {
  const text = mrkdwn`Thanks for reporting this. Checking…`;
  return post(text, [section(mrkdwn`${text}\nPlease do not click, open or answer anything in it meanwhile.`)]);
}
