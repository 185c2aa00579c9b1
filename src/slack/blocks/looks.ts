import type { Look } from '../../case.ts';
import type { Brought, CaseFile } from '../../cases/desk.ts';
import type { Evidence } from '../../model.ts';
import { ACTIONS } from '../ids.ts';
import { type InertPlain, inert, inertPlain, join, mention, mrkdwn, plain } from '../inert.ts';
import { type Block, type Button, context, list, type Post, post, type RichPiece, section, words } from './kit.ts';

const MOST_LINES = 12;
const MOST_TARGETS = 3;

const BUTTON: Record<Look, { id: string; text: InertPlain }> = {
  expand: { id: ACTIONS.expandLinks, text: plain`Expand links` },
  scan: { id: ACTIONS.scanLinks, text: plain`Scan privately with urlscan` },
};

/** Buttons for what opens pages, where it is switched on and there is a link to open. */
export function lookButtons({ case: file, assessment }: CaseFile, looks: readonly Look[]): Button[] {
  const links = assessment?.evidence.links.some(
    ({ source, parts }) => source !== 'image' && /^https?$/.test(parts.scheme),
  );
  return links ? looks.map((look) => ({ ...BUTTON[look], value: file.id })) : [];
}

/** Where links were found to lead, for whoever reads the answer or the card: never to be clicked. */
export function whereLinksLead(evidence: Evidence | undefined): Block | undefined {
  const ends = (evidence?.links ?? []).filter(({ chain }) => chain);
  return list(
    ends
      .slice(0, MOST_TARGETS)
      .map(({ chain, url }) => [
        words(inertPlain(chain?.[0] ?? '', 80), { code: true }),
        words(plain` leads to `),
        words(inertPlain(url, 160), { code: true }),
      ]),
    plain`Where links really lead`,
  );
}

/** What a look brought, in the card's thread. */
export function looked(look: Look, { case: file }: CaseFile, { lines, left }: Brought): Post {
  const by = file.looks?.[look]?.by;
  const title = look === 'scan' ? plain`Scanned privately by urlscan` : plain`Links expanded`;
  const asked = by ? mrkdwn`${inert(title)}, as ${mention(by)} asked.` : mrkdwn`${inert(title)}.`;
  const found = lines
    .slice(0, MOST_LINES)
    .map(({ url, to, note }): RichPiece[] => [
      words(inertPlain(url, 200), { code: true }),
      ...(to ? [words(plain` leads to `), words(inertPlain(to, 300), { code: true })] : []),
      words(note ? plain`: ${inertPlain(note, 200)}` : plain``),
    ]);
  const more = lines.length - found.length;
  return post(
    join(
      [
        asked,
        ...lines
          .slice(0, MOST_LINES)
          .map(
            ({ url, to, note }) =>
              mrkdwn`• ${inert(url, 100)} ${to ? mrkdwn`→ ${inert(to, 100)} ` : mrkdwn``}${inert(note, 100)}`,
          ),
      ],
      '\n',
    ),
    [
      section(asked),
      list(found, plain`What came of it`),
      more > 0 ? context(mrkdwn`and ${more} more.`) : undefined,
      list(
        left
          .slice(0, MOST_LINES)
          .map(({ url, why }) => [
            words(inertPlain(url, 160), { code: true }),
            words(plain`: ${inertPlain(why, 120)}`),
          ]),
        plain`Left alone`,
      ),
      lines.length + left.length === 0
        ? section(mrkdwn`There was no link to open: only well-known sites, your own, or none at all.`)
        : undefined,
    ],
  );
}
