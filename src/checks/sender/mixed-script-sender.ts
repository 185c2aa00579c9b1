import { defineCheck } from '../check.ts';
import { deceptiveHost } from '../skeleton.ts';

/**
 * Letters of another alphabet in the sender's domain, drawn like Latin ones. Lets pass honest international domains:
 * umlauts, and names wholly in a script that nobody takes for Latin.
 */
export const mixedScriptSender = defineCheck({
  id: 'mixed-script-sender',
  on: 'message',
  group: 'sender',
  points: 4,
  explain: 'The sender’s domain {domain} uses foreign letters that look like ordinary ones; it really is {real}.',
  run({ from, replyTo }) {
    for (const { domain } of [...(from ? [from] : []), ...replyTo]) {
      const ascii = asciiOf(domain);
      const shown = deceptiveHost(ascii);
      if (shown) return { domain: shown, real: ascii };
    }
    return;
  },
});

/** Mail may carry the domain in Unicode already. */
function asciiOf(domain: string): string {
  return URL.parse(`http://${domain}/`)?.hostname ?? domain;
}
