import { explainFinding, explainGaps, explainKnown, type Sentences, textOf } from '../../explain.ts';
import type { Assessment, Risk, Verdict } from '../../model.ts';
import { graver } from '../../verdict.ts';
import { ACTIONS, COMMANDS } from '../ids.ts';
import { type Inert, type InertPlain, inert, inertPlain, join, mrkdwn, plain } from '../inert.ts';
import { actions, context, header, list, type Post, phrase, post, section, words } from './kit.ts';
import { knownBlock } from './known.ts';
import { plural, RISK, RISK_SIGN } from './wording.ts';

/** What was asked about one link. `internal`: it leads nowhere outside, so that there is nothing to judge. */
export interface CheckedLink {
  url: string;
  verdict: Verdict;
}

const MOST_LINKS = 20;

/** The answer to `/checklink` with links: one in detail, several as a list, highest risk first. */
export function linkAnswer(
  links: CheckedLink[],
  internal: string[],
  whole: Assessment,
  sentences: Sentences,
  reportId: string | undefined,
): Post {
  const sorted = links.toSorted((a, b) => rank(a.verdict.risk, b.verdict.risk) || b.verdict.score - a.verdict.score);
  const { risk } = whole.verdict;
  const only = sorted.length === 1 ? sorted[0] : undefined;
  const headline = plain`${RISK_SIGN[risk]} ${RISK[risk]}`;
  const reasons = whole.verdict.findings.slice(0, 5).map((finding) => explainFinding(finding, sentences));
  const toDo = LINK_ADVICE[risk];
  const known = explainKnown(whole.verdict.knownTo, whole.asked);
  return post(
    join(
      [
        inert(headline),
        ...sorted
          .slice(0, MOST_LINKS)
          .map(({ url, verdict }) => mrkdwn`• ${inert(RISK[verdict.risk])}: ${inert(url, 150)}`),
        toDo,
        ...(known
          ? [
              inert(
                textOf(known, (value) => value),
                500,
              ),
            ]
          : []),
      ],
      '\n',
    ),
    [
      header(headline),
      list(
        sorted
          .slice(0, MOST_LINKS)
          .map(({ url, verdict }) => [
            ...(only ? [] : [words(plain`${RISK[verdict.risk]}: `, { bold: true })]),
            words(inertPlain(url, 200), { code: true }),
            ...(only ? [] : [words(knownTo(verdict))]),
          ]),
      ),
      sorted.length > MOST_LINKS ? context(mrkdwn`and ${sorted.length - MOST_LINKS} more.`) : undefined,
      section(toDo),
      list(
        reasons.map((reason) => phrase(reason)),
        plain`Why`,
      ),
      knownBlock(whole),
      list(
        explainGaps(whole.verdict.gaps)
          .slice(0, 5)
          .map((gap) => phrase(gap)),
        plain`What I could not look at`,
      ),
      internal.length > 0 ? section(internalWords(internal)) : undefined,
      context(mrkdwn`${whole.verdict.ran} checks ran. I did not open any link. Only you see this.`),
      reportId
        ? actions('links', [{ id: ACTIONS.reportLinks, text: plain`Report to security`, value: reportId }])
        : undefined,
    ],
  );
}

/** Of several links: which of them is known. The names stand below, for all together. */
function knownTo({ knownTo = [] }: Verdict): InertPlain {
  return knownTo.length === 0 ? plain`` : plain` (known to ${plural(knownTo.length, plain`source`, plain`sources`)})`;
}

const LINK_ADVICE: Record<Risk, Inert> = {
  high: mrkdwn`*Do not open it.* Clicked already? Report it to security now, and change any password you typed.`,
  suspicious: mrkdwn`*Better not open it.* Ask the sender another way, or report it to security.`,
  'no-signs': mrkdwn`This is no guarantee. Did you expect this link? If not, ask the sender another way.`,
  unchecked: mrkdwn`I could not check it. Treat it as dangerous, and report it to security when in doubt.`,
};

function rank(a: Risk, b: Risk): number {
  if (a === b) return 0;
  return graver(a, b) ? -1 : 1;
}

/** `/checklink` with nothing behind it. */
export function noLinkGiven(): Post {
  return simple(
    mrkdwn`Write \`${inert(COMMANDS.checkLink)}\`, a blank, and then the link you want to know about. A whole text with links will do too. Only you see the answer, and I do not open the link.`,
  );
}

/** A text without any link in it. */
export function noLinkFound(): Post {
  return simple(
    mrkdwn`I found no link in that. To have a whole message checked, send it to me as a direct message, or use the shortcut “Report something”.`,
  );
}

/** Only internal addresses. */
export function internalOnly(urls: string[]): Post {
  return post(internalWords(urls), [section(internalWords(urls))]);
}

function internalWords(urls: string[]): Inert {
  const named = join(
    urls.slice(0, 5).map((url) => inert(url, 120)),
    ', ',
  );
  return mrkdwn`${named}: that is inside the organisation or on your own machine, so I cannot judge it from outside. Did a stranger send it, or does its page ask for a password? Then ask IT or security before opening it.`;
}

export function stillChecking(): Post {
  return simple(mrkdwn`Checking… the answer will appear here in a moment.`);
}

export function linkCheckFailed(): Post {
  return simple(mrkdwn`I could not check that just now. Treat the link as dangerous, and try again in a minute.`);
}

export function linksReported(): Post {
  return simple(mrkdwn`Thank you. Security was told; I will write to you as soon as there is news.`);
}

export function simple(text: Inert): Post {
  return post(text, [section(text)]);
}
