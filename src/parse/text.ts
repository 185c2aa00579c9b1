import type { ShownLink } from '../model.ts';
import { type BodyLink, readBody } from './body.ts';
import { withDrawnCodes } from './drawn/read-drawings.ts';
import { readMail } from './mail.ts';
import { countHeaders } from './mail-bytes.ts';
import { mailboxOf } from './mailboxes.ts';
import { placeMessage } from './place.ts';
import type { Tray } from './tray.ts';

/**
 * Reads pasted text: the source of a mail, a forward with its header block, or a bare text (an SMS, a chat post).
 * `links` are those that Slack knew, with their labels; those that stand in the text are found here.
 */
export async function readText(
  tray: Tray,
  specimen: { text: string; links: ShownLink[]; from?: string },
): Promise<void> {
  const { text, links, from } = specimen;
  if (isSource(text)) {
    await readMail(tray, Buffer.from(text.trimStart()), { name: undefined });
    return;
  }
  const body = await withDrawnCodes(readBody({ plain: text, alternative: false }));
  const known = links.slice(0, 1_000).map(({ url, shown }): BodyLink => {
    const at = body.text.lastIndexOf(shown || url);
    return { url, shown: shown === url ? undefined : shown, source: 'anchor', at: at < 0 ? body.text.length : at };
  });
  body.links.unshift(...known);
  const sender = from
    ? mailboxOf(/<([^<>\s]+@[^<>\s]+)>/.exec(from)?.[1] ?? from, from.replace(/<[^<>]*>/, ''))
    : undefined;
  await placeMessage(
    tray,
    {
      form: 'pasted',
      headers: [],
      ...(sender ? { from: sender } : {}),
      senders: sender ? [sender] : [],
      replyTo: [],
      to: [],
      cc: [],
      subject: '',
      isReply: false,
      authentication: [],
    },
    body,
    { fromColleague: true },
  );
}

/** At least three headers at the top, one of them a transport header that no forwarded block would print. */
function isSource(text: string): boolean {
  const top = text.trimStart();
  return (
    countHeaders(top) >= 3 &&
    /^(?:received|return-path|delivered-to|mime-version|content-type|message-id|dkim-signature|authentication-results|x-[\w-]{1,60}):/im.test(
      top.split(/\r?\n\s*\n/, 1)[0] ?? '',
    )
  );
}
