import { type CaseReport, isUrgent, type Look, reporterCount } from '../../case.ts';
import type { CaseFile } from '../../cases/desk.ts';
import { explainFinding, explainGaps, type Phrase, type Sentences, textOf } from '../../explain.ts';
import type { Finding, Observable, Route } from '../../model.ts';
import { ACTIONS } from '../ids.ts';
import { type Inert, type InertPlain, inert, inertPlain, join, mention, mrkdwn, plain } from '../inert.ts';
import {
  actions,
  type Block,
  context,
  copyable,
  fitting,
  header,
  list,
  type Post,
  paragraph,
  person,
  phrase,
  post,
  type RichPiece,
  section,
  words,
} from './kit.ts';
import { knownBlock } from './known.ts';
import { listings } from './listings.ts';
import { lookButtons, whereLinksLead } from './looks.ts';
import { receiptBlock } from './receipts.ts';
import { fileBlock, messageBlocks } from './reported.ts';
import { DECISION, plural, RISK, RISK_SIGN } from './wording.ts';

const MOST_REASONS = 12;
const MOST_REPORTERS = 10;
const MOST_OBSERVABLES = 40;

/** A link into our own Slack, made of ids that Slack gave us; undefined where nobody but the reporter could follow it. */
export type Permalink = (report: CaseReport) => Inert | undefined;

/**
 * The case's card in the security channel. It copies private content there, so it says so and shows what an analyst needs
 * to judge: the subject, the sender, the names of files, the reasons and the observables; of a text that has no subject its
 * beginning.
 */
export function card(
  file: CaseFile,
  notes: ReadonlyMap<string, string>,
  sentences: Sentences,
  permalink: Permalink,
  looks: readonly Look[] = [],
): Post {
  const { case: kase, assessment } = file;
  const { risk = 'unchecked', score = 0, decision } = kase;
  const headline = decision
    ? plain`Decided: ${DECISION[decision.kind]}`
    : plain`${RISK_SIGN[risk]} ${RISK[risk]}: reported message`;
  return post(spoken(headline, file, sentences, permalink), [
    header(headline),
    isUrgent(kase)
      ? // Loud when it is posted. Later clicks are said in the thread, and an edit wakes nobody.
        section(
          mrkdwn`${kase.escalation ? mrkdwn`` : mrkdwn`<!channel> `}🚨 *Urgent: ${people3(clickers(file))} clicked it or typed something.*`,
        )
      : undefined,
    ...decided(file),
    section(reporters(file, permalink)),
    ...noteBlocks(file, notes),
    ...messageBlocks(assessment?.evidence.messages ?? []),
    fileBlock(assessment?.evidence.attachments ?? []),
    assessment ? undefined : section(mrkdwn`The content of this report was deleted after its time.`),
    list(
      (assessment?.verdict.findings ?? []).slice(0, MOST_REASONS).map((finding) => reason(finding, sentences)),
      plain`Why: ${scoreText(score)} points`,
    ),
    knownBlock(assessment, 'reviewer'),
    list(listings(assessment?.sightings ?? []), plain`On lists of others`),
    receiptBlock(file.receipts ?? []),
    list(
      explainGaps(assessment?.verdict.gaps ?? [])
        .slice(0, 8)
        .map((gap: Phrase) => phrase(gap)),
      plain`Not looked at`,
    ),
    whereLinksLead(assessment?.evidence),
    ...observableBlocks(assessment?.evidence.observables ?? []),
    state(file),
    context(mrkdwn`Case ${inert(kase.id)}. It holds content of private reports: please keep it in this channel.`),
    actions('case', [
      ...(decision ? [] : [{ id: ACTIONS.claim, text: plain`Claim`, value: kase.id }]),
      {
        id: ACTIONS.decide,
        text: decision ? plain`Change decision` : plain`Decide…`,
        value: kase.id,
        ...(!decision && { style: 'primary' as const }),
      },
      ...lookButtons(file, looks),
      { id: ACTIONS.sources, text: plain`Sources`, value: kase.id },
    ]),
  ]);
}

/** The same in few words: for notifications, and enough to act on when Slack refuses the blocks. */
function spoken(headline: InertPlain, file: CaseFile, sentences: Sentences, permalink: Permalink): Inert {
  const { case: kase, assessment } = file;
  const subject = assessment?.evidence.messages.at(-1)?.subject ?? '';
  const reasons = (assessment?.verdict.findings ?? [])
    .slice(0, 3)
    .map((finding) => textOf(explainFinding(finding, sentences), (value) => value));
  const observables = (assessment?.evidence.observables ?? []).slice(0, 10).map(({ value }) => value);
  return join(
    [
      mrkdwn`${inert(headline)}.${isUrgent(kase) ? mrkdwn` Somebody clicked.` : mrkdwn``}`,
      reporters(file, permalink),
      ...(subject ? [mrkdwn`Subject: ${inert(subject, 250)}`] : []),
      ...reasons.map((reason) => mrkdwn`• ${inert(reason, 300)}`),
      ...observables.map((value) => inert(value, 100)),
      mrkdwn`Case ${inert(kase.id)}`,
    ],
    '\n',
  );
}

function decided({ case: file }: CaseFile): (Block | undefined)[] {
  const { decision } = file;
  if (!decision) return [];
  const line: RichPiece[] = [
    words(DECISION[decision.kind], { bold: true }),
    words(plain`, decided by `),
    person(decision.by),
    words(decision.note ? plain`: ${inertPlain(decision.note, 600)}` : plain`.`),
  ];
  return [
    paragraph(line),
    decision.listed.length > 0
      ? paragraph([words(plain`Now on our own list, so the next report of any of these is high risk at once:`)])
      : undefined,
    copyable(decision.listed.slice(0, MOST_OBSERVABLES).map(lineOf)),
  ];
}

function clickers({ case: file }: CaseFile): string[] {
  return [
    ...new Set(
      file.reports.flatMap((report) =>
        report.clickedBy.length > 0 ? report.clickedBy : report.clicked ? [report.reporter.user] : [],
      ),
    ),
  ];
}

function people3(users: string[]): Inert {
  const named = users.slice(0, 3).map((user) => mention(user));
  const more = users.length - named.length;
  return more > 0 ? mrkdwn`${join(named, ', ')} and ${more} more` : join(named, ', ');
}

const ROUTE: Record<Route, Inert> = {
  email: mrkdwn`mail into the channel`,
  channel: mrkdwn`report channel`,
  dm: mrkdwn`direct message`,
  mention: mrkdwn`mention in a thread`,
  'message-shortcut': mrkdwn`message shortcut`,
  'global-shortcut': mrkdwn`report form`,
  command: mrkdwn`link check`,
  cli: mrkdwn`command line`,
};

function reporters({ case: file }: CaseFile, permalink: Permalink): Inert {
  const lines = file.reports.slice(0, MOST_REPORTERS).map((report) => {
    const link = permalink(report);
    const where = link ? mrkdwn`, ${link}` : mrkdwn``;
    const asked = report.asked ? mrkdwn`, asks security to look` : mrkdwn``;
    return mrkdwn`• ${nameOf(report)}${where}${asked}`;
  });
  const more = file.reports.length - lines.length;
  const people = plural(reporterCount(file), plain`person`, plain`people`);
  return join(
    [mrkdwn`*Reported by ${inert(people)}*`, ...lines, ...(more > 0 ? [mrkdwn`and ${more} more reports`] : [])],
    '\n',
  );
}

/**
 * Mail into a channel is posted by Slack itself: there the sender's address says more. It may be a colleague's, who
 * forwarded it, or the suspect's own, who wrote to the channel: so nobody is called the reporter.
 */
function nameOf({ reporter, route }: CaseReport): Inert {
  return reporter.address
    ? mrkdwn`${ROUTE[route]}, sent by ${inert(reporter.address, 100)}`
    : mrkdwn`${mention(reporter.user)}: ${ROUTE[route]}`;
}

function noteBlocks({ case: file }: CaseFile, notes: ReadonlyMap<string, string>): (Block | undefined)[] {
  const items = file.reports.flatMap((report): RichPiece[][] => {
    const note = notes.get(report.id);
    return note ? [[person(report.reporter.user), words(plain`: ${inertPlain(note, 400)}`)]] : [];
  });
  return [list(items.slice(0, 5), plain`What reporters wrote`)];
}

function reason(finding: Finding, sentences: Sentences): RichPiece[] {
  const weight = finding.decisive ? plain` (decisive)` : plain` (${scoreText(finding.points)})`;
  return [...phrase(explainFinding(finding, sentences)), words(weight)];
}

/** Defanged and in one piece, to copy into other tools. */
function observableBlocks(observables: Observable[]): (Block | undefined)[] {
  if (observables.length === 0) return [];
  const shown = fitting(observables.slice(0, MOST_OBSERVABLES).map(lineOf));
  const more = observables.length - shown.length;
  return [
    paragraph([
      words(plain`Observables`, { bold: true }),
      words(more > 0 ? plain` (${more} more are not shown)` : plain``),
    ]),
    copyable(shown),
  ];
}

/** URLs may be long; what is cut here is cut for display only. */
function lineOf(observable: Observable): InertPlain {
  return inertPlain(observable.value, 240);
}

function state({ case: file }: CaseFile): Block | undefined {
  if (file.decision) return undefined;
  return section(
    file.claim ? mrkdwn`👀 ${mention(file.claim.by)} is looking at it.` : mrkdwn`Nobody has claimed it yet.`,
  );
}

/** Scores have one decimal place at most. */
function scoreText(value: number): InertPlain {
  return plain`${Math.round(value * 10) / 10}`;
}

/** In the card's thread, loudly: a click is worth waking somebody. */
export function alert(report: CaseReport): Post {
  const who = people3(report.clickedBy.length > 0 ? report.clickedBy : [report.reporter.user]);
  const text = mrkdwn`<!channel> 🚨 ${who} clicked it or typed something. They were told what to do first; please call them.`;
  return post(text, [section(text)]);
}
