import type { types } from '@slack/bolt';
import type { Source } from '../../intel/sources.ts';
import { inertPlain, mrkdwn, plain } from '../inert.ts';
import { list, modal, phrase, type RichPiece, section, words } from './kit.ts';

/** As many as a person scrolls through; the command line has them all. */
const MOST = 40;

/** What is asked about reports, and how old or worn each source is: for reviewers. */
export function sourcesModal(sources: readonly Source[]): types.ModalView {
  const shown = sources.slice(0, MOST);
  const more = sources.length - shown.length;
  const of = (kind: Source['kind']): RichPiece[][] => shown.filter((source) => source.kind === kind).map(line);
  const troubles = sources.filter(({ trouble }) => trouble).length;
  return modal({
    id: 'sources',
    title: plain`Sources and their ages`,
    blocks: [
      section(
        troubles > 0
          ? mrkdwn`❗ *${troubles} of ${sources.length} in trouble.* Verdicts say so where it mattered.`
          : mrkdwn`Your own list is always asked; your decisions fill it.`,
      ),
      list(of('list'), plain`Lists of others`),
      list(of('service'), plain`Services`),
      sources.length === 0
        ? section(mrkdwn`No list of others is added, and no service is set up. Whoever runs lurecheck can do that.`)
        : undefined,
      more > 0 ? section(mrkdwn`${more} more: \`lurecheck sources\` on the server has them all.`) : undefined,
    ],
  });
}

function line({ name, trouble, says }: Source): RichPiece[] {
  return [
    words(trouble ? plain`❗ ` : plain``),
    words(plain`${inertPlain(name, 40)}: `, { bold: true }),
    ...phrase(says, 300),
  ];
}
