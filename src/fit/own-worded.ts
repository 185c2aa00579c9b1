import { wordingBuckets } from '../checks/wording.ts';
import { ownMails } from './own.ts';
import { BUCKETS, type Worded } from './wording-fit.ts';

/** So many of our own mails count as one source: as much as two mails of a large one, since no two are alike. */
const TOGETHER = 4;

/** Mails of our own as the wording model learns from them. */
export function ownWorded(): Worded[] {
  return ownMails().map(({ class: kind, language, subject, text }, at): Worded => {
    const group = `own ${language} ${Math.floor(at / TOGETHER)}`;
    return {
      label: {
        path: `own/${language}/${at}`,
        class: kind,
        source: group,
        campaign: kind === 'phish' ? `own ${at}` : group,
        year: 0,
        language,
        core: kind === 'phish',
      },
      buckets: wordingBuckets({ subject, text, isReply: false }, BUCKETS),
    };
  });
}
