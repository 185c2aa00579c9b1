import { defineCheck } from '../check.ts';
import { deceptiveHost } from '../skeleton.ts';

/** Letters of another alphabet in a link's host, drawn like Latin ones. Lets pass honest international domains. */
export const mixedScriptHost = defineCheck({
  id: 'mixed-script-host',
  on: 'link',
  group: 'link',
  points: 4,
  explain: 'The link’s domain {shown} uses foreign letters that look like ordinary ones; it really is {real}.',
  run({ parts }) {
    const shown = deceptiveHost(parts.host);
    return shown ? { shown, real: parts.host } : undefined;
  },
});
