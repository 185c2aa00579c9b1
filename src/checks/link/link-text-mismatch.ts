import type { Link, Message, UrlParts } from '../../model.ts';
import { registrable } from '../../parse/url.ts';
import { ownerOf, sameBrand } from '../brands.ts';
import { type CheckContext, defineCheck } from '../check.ts';
import { entryAbove, isOwn, nameOf, senderDomain } from '../domains.ts';
import { isBulk } from '../mail.ts';
import { shownSite } from '../shown.ts';

/**
 * The words on the link name one site, the link leads to another.
 *
 * When the words name a known brand or the organisation itself, only that house's own domains and click counters of
 * mailing services pass. Otherwise these pass too: the sender's own click counter, a shortener, a well-known site (a
 * voting or event service that a club links to under its own name), and bulk mail's `click.` hosts.
 */
export const linkTextMismatch = defineCheck({
  id: 'link-text-mismatch',
  on: 'link',
  group: 'link',
  points: 3,
  explain: 'The link says {shown} but really goes to {target}.',
  run(link, context) {
    if (!link.shown || !isWeb(link)) return;
    const shown = shownSite(link.shown);
    if (!shown || isSame(shown, link.parts, context)) return;
    const message = context.messageOf(link);
    const named = isOwn(shown.host, context.organisation) || ownerOf(shown.host, context.lists) !== undefined;
    if (named ? isCounted(link.parts, context) : isOrdinaryDetour(shown, link.parts, message, context)) return;
    return { shown: shown.unicodeHost, target: link.parts.unicodeHost };
  },
});

function isWeb(link: Link): boolean {
  return (link.parts.scheme === 'http' || link.parts.scheme === 'https') && link.parts.host !== '';
}

function isSame(shown: UrlParts, target: UrlParts, { lists, organisation }: CheckContext): boolean {
  const shared = entryAbove(shown.host, lists.siteHosts) ?? entryAbove(target.host, lists.siteHosts);
  if (shared === undefined && shown.domain === target.domain) return true;
  if (shared !== undefined && shown.site === target.site) return true;
  if (isOwn(shown.host, organisation) && isOwn(target.host, organisation)) return true;
  // The words are a mail filter's rewritten link, the target has been decoded already.
  if (
    /(?:^|\.)(?:safelinks\.protection\.outlook|urldefense(?:\.proofpoint)?|mimecastprotect|cudasvc)\.com$/.test(
      shown.host,
    )
  )
    return true;
  return sameBrand(shown.host, target.host, lists);
}

function isCounted({ host }: UrlParts, { lists }: CheckContext): boolean {
  return entryAbove(host, lists.mailServices) !== undefined;
}

const COUNTER_LABEL =
  /^(?:\w{0,12}-)?(?:click|clicks|clk|link|links|track|tracking|trk|email|e|em|go|r|t|l|ablink|ablinks|url\d{1,6}|u\d{1,9}|ct|news|newsletter|mail|mailing|lnks|cl|elink|nl|redirect|redir)\d{0,4}$/;

function isOrdinaryDetour(
  shown: UrlParts,
  target: UrlParts,
  message: Message | undefined,
  context: CheckContext,
): boolean {
  const { lists, organisation } = context;
  if (isCounted(target, context) || isOwn(target.host, organisation)) return true;
  if (lists.shorteners.has(target.domain) || lists.popular.has(target.domain)) return true;
  const sender = registrable(senderDomain(message));
  if (nameOf(shown.domain) === nameOf(target.domain)) return true;
  if (sender !== '' && (sender === target.domain || nameOf(sender) === nameOf(target.domain))) return true;
  return message !== undefined && isBulk(message) && COUNTER_LABEL.test(nameOf(target.host));
}
