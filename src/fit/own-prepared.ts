import { CHECKS } from '../checks/index.ts';
import { runChecks } from '../checks/run.ts';
import { wordingBuckets } from '../checks/wording.ts';
import type { Finding, Knowledge, Message, Scoring } from '../model.ts';
import { ownMails } from './own.ts';
import { BUCKETS, type Worded } from './wording-fit.ts';

/** So many of our own mails count as one source: as much as two mails of a large one, since no two are alike. */
const TOGETHER = 4;

/** A mail of our own as a fit learns from it: words and what the checks find in words, for it has nothing else. */
export interface OwnPrepared {
  worded: Worded;
  findings: Finding[];
}

export function prepareOwn(knowledge: Knowledge, scoring: Pick<Scoring, 'points'>): OwnPrepared[] {
  const unworded: Knowledge = { ...knowledge, lists: { ...knowledge.lists, wording: undefined } };
  return ownMails().map(({ class: kind, language, subject, text }, at): OwnPrepared => {
    const group = `own ${language} ${Math.floor(at / TOGETHER)}`;
    const message = messageOf(subject, text);
    const evidence = { messages: [message], links: [], attachments: [], observables: [], gaps: [] };
    return {
      worded: {
        label: {
          path: `own/${language}/${at}`,
          class: kind,
          source: group,
          campaign: kind === 'phish' ? `own ${at}` : group,
          year: 0,
          language,
          core: kind === 'phish',
        },
        buckets: wordingBuckets(message, BUCKETS),
      },
      findings: runChecks(CHECKS, evidence, [], unworded, scoring).findings.filter(({ group }) => group === 'content'),
    };
  });
}

function messageOf(subject: string, text: string): Message {
  return {
    id: 'own',
    form: 'pasted',
    headers: [],
    senders: [],
    replyTo: [],
    to: [],
    cc: [],
    subject,
    isReply: false,
    text,
    hiddenText: '',
    forms: [],
    pictures: 0,
    authentication: [],
  };
}
