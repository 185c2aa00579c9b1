import { CHECKS } from '../checks/index.ts';
import { runChecks } from '../checks/run.ts';
import { wordingBuckets } from '../checks/wording.ts';
import type { Finding, Knowledge, Message, Scoring } from '../model.ts';
import { printedMailboxes } from '../parse/printed-mailboxes.ts';
import { type OwnMail, ownMails } from './own.ts';
import { BUCKETS, type Worded } from './wording-fit.ts';

/** So many of our own mails count as one source: as much as two mails of a large one, since no two are alike. */
const TOGETHER = 4;

/**
 * A mail of our own as a fit learns from it: words, and what the checks find in them and, where it says who sent it, in its
 * sender. It has nothing else.
 */
export interface OwnPrepared {
  worded: Worded;
  findings: Finding[];
}

export function prepareOwn(knowledge: Knowledge, scoring: Pick<Scoring, 'points'>): OwnPrepared[] {
  const unworded: Knowledge = { ...knowledge, lists: { ...knowledge.lists, wording: undefined } };
  return ownMails().map((mail, at): OwnPrepared => {
    const { class: kind, language } = mail;
    const group = `own ${language} ${Math.floor(at / TOGETHER)}`;
    const message = messageOf(mail);
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
      findings: runChecks(CHECKS, evidence, [], unworded, scoring).findings.filter(
        ({ group }) => group === 'content' || (group === 'sender' && mail.from !== undefined),
      ),
    };
  });
}

function messageOf({ from, replyTo, to, subject, text }: OwnMail): Message {
  const senders = printedMailboxes(from ?? '');
  return {
    id: 'own',
    form: from ? 'raw' : 'pasted',
    headers: Object.entries({ from, 'reply-to': replyTo, to }).flatMap(([name, value]) =>
      value ? { name, value } : [],
    ),
    ...(senders[0] ? { from: senders[0] } : {}),
    senders,
    replyTo: printedMailboxes(replyTo ?? ''),
    to: to?.includes('@') ? printedMailboxes(to) : [],
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
