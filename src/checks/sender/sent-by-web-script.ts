import { defineCheck } from '../check.ts';
import { lures, STORIES } from '../content/demand.ts';

/**
 * A mail that a script on a web server sent (the header that hosting adds says which), and that tells a lure's story:
 * broken-into web sites send so. Contact forms and shops pass, as they tell no such story.
 */
export const sentByWebScript = defineCheck({
  id: 'sent-by-web-script',
  on: 'message',
  group: 'sender',
  points: 1,
  explain: 'It was sent by a script on a web site ({script}), as hacked sites do, not from a mailbox.',
  run(message, context) {
    const header = message.headers.find(({ name }) => SCRIPT_HEADERS.has(name));
    if (!header || lures(message, context, ...STORIES).length === 0) return;
    return { script: header.value.trim().slice(0, 80) };
  },
});

const SCRIPT_HEADERS = new Set(['x-php-script', 'x-php-originating-script', 'x-source-args', 'x-php-originating-uid']);
