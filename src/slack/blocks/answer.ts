import { type CaseReport, needsEscalation, reporterCount } from '../../case.ts';
import type { CaseFile } from '../../cases/desk.ts';
import {
  explainFinding,
  explainGaps,
  explainKnown,
  mostTelling,
  type Phrase,
  type Sentences,
  textOf,
} from '../../explain.ts';
import { ACTIONS } from '../ids.ts';
import { type Inert, inert, join, mention, mrkdwn, plain } from '../inert.ts';
import {
  actions,
  type Button,
  context,
  header,
  list,
  type Post,
  paragraph,
  phrase,
  post,
  section,
  words,
} from './kit.ts';
import { knownBlock } from './known.ts';
import { whereLinksLead } from './looks.ts';
import {
  advice,
  CLICKED_ADVICE,
  DECISION,
  KEEP_MESSAGE,
  plural,
  RISK,
  RISK_SIGN,
  STAY_WITHIN_REACH,
  TOLD,
} from './wording.ts';

const MOST_REASONS = 5;
const MOST_GAPS = 5;

/**
 * The answer in the reporter's thread: the verdict, thanks, what to do, reasons, what was not looked at, who knows.
 * Once a person decided, the decision is the headline and the machine's word steps back, so that the two never seem to
 * contradict each other. `securityListens`: a security channel is configured.
 */
export function answer(report: CaseReport, file: CaseFile, sentences: Sentences, securityListens: boolean): Post {
  const { case: kase, assessment } = file;
  const { risk = 'unchecked', decision } = kase;
  const reasons = decision ? [] : reasonsOf(file, sentences);
  const known = decision ? undefined : explainKnown(assessment?.verdict.knownTo, assessment?.asked);
  const gaps = decision ? [] : explainGaps(assessment?.verdict.gaps ?? []).slice(0, MOST_GAPS);
  const headline = decision
    ? plain`Security decided: ${DECISION[decision.kind]}`
    : plain`${RISK_SIGN[risk]} ${RISK[risk]}`;
  const toDo = decision ? [TOLD[decision.kind]] : advice(file);
  const state = stateLine(file, securityListens);
  const small = [...machine(file), coverage(file), ...others(file)];
  return post(spoken([headline, ...toDo], [...(known ? [known] : []), ...reasons, ...gaps]), [
    header(headline),
    section(mrkdwn`Thank you for reporting this.`),
    report.clicked && !isHarmless(file)
      ? list(
          [...CLICKED_ADVICE, ...(decision ? [] : [KEEP_MESSAGE]), STAY_WITHIN_REACH].map((line) => [words(line)]),
          plain`Because it was clicked`,
        )
      : undefined,
    // What to do stands before why: whoever has ten seconds reads no further.
    list(
      toDo.map((line) => [words(line)]),
      decision ? plain`What it means` : plain`What to do now`,
    ),
    list(
      reasons.map((reason) => phrase(reason)),
      // Under "no known signs" a list of reasons would seem to say the opposite.
      ['high', 'suspicious'].includes(risk) ? plain`Why` : plain`Small things I noticed, common in honest mail too`,
    ),
    decision ? undefined : knownBlock(assessment),
    list(
      gaps.map((gap) => phrase(gap)),
      plain`What I could not look at`,
    ),
    decision ? undefined : whereLinksLead(assessment?.evidence),
    state && section(state),
    context(join(small, ' ')),
    actions('answer', buttons(report, file)),
  ]);
}

function reasonsOf(file: CaseFile, sentences: Sentences): Phrase[] {
  return mostTelling(file.assessment?.verdict.findings ?? [], MOST_REASONS).map((finding) =>
    explainFinding(finding, sentences),
  );
}

/** The same in words: for notifications, and when Slack refuses the blocks. */
function spoken(lines: string[], reasons: Phrase[]): Inert {
  const why = reasons.map(
    (reason) =>
      mrkdwn`• ${inert(
        textOf(reason, (value) => value),
        500,
      )}`,
  );
  return join([...lines.map((line) => inert(line, 400)), ...why], '\n');
}

function stateLine({ case: file }: CaseFile, securityListens: boolean): Inert | undefined {
  if (file.decision) return mrkdwn`Decided by ${mention(file.decision.by)} of security.`;
  if (file.claim) return mrkdwn`${mention(file.claim.by)} of security is looking at it. You will hear the result here.`;
  if (!securityListens) return undefined;
  if (file.escalation) return mrkdwn`Security was told. You will hear the result here.`;
  return needsEscalation(file) ? mrkdwn`Security is being told. You will hear the result here.` : undefined;
}

function coverage({ assessment }: CaseFile): Inert {
  if (!assessment) return mrkdwn`The content of this report was deleted after its time.`;
  const { ran, gaps } = assessment.verdict;
  const checks = plural(ran, plain`check ran`, plain`checks ran`);
  if (gaps.length === 0) return mrkdwn`${inert(checks)}.`;
  return mrkdwn`${inert(checks)}, ${inert(plural(gaps.length, plain`part`, plain`parts`))} could not be looked at.`;
}

/** Beside a decision the machine's word is told where it says no less: never "no known signs" under "phishing". */
function machine({ case: { decision, risk } }: CaseFile): Inert[] {
  const harmful = decision && ['phishing', 'malware', 'fraud'].includes(decision.kind);
  if (!harmful || !risk || !['high', 'suspicious'].includes(risk)) return [];
  return [mrkdwn`My own check had said: ${inert(RISK[risk])}.`];
}

function others({ case: file }: CaseFile): Inert[] {
  const count = reporterCount(file) - 1;
  if (count < 1) return [];
  return [count === 1 ? mrkdwn`1 colleague reported this too.` : mrkdwn`${count} colleagues reported this too.`];
}

function isHarmless({ case: file }: CaseFile): boolean {
  return file.decision !== undefined && ['legitimate', 'spam', 'simulation'].includes(file.decision.kind);
}

/** Each button goes once it was used; after a decision only "I clicked it" is left, and only where it matters. */
function buttons(report: CaseReport, file: CaseFile): Button[] {
  const value = `${file.case.id}:${report.id}`;
  const shown: Button[] = [];
  if (!report.clicked && !isHarmless(file)) {
    shown.push({ id: ACTIONS.clicked, text: plain`I clicked it / typed something`, value, style: 'danger' });
  }
  const known = needsEscalation(file.case) || file.case.escalation !== undefined;
  if (!report.asked && !known && !file.case.decision) {
    shown.push({ id: ACTIONS.askSecurity, text: plain`Ask security to look`, value });
  }
  return shown;
}

/** Shown at once to whoever pressed "I clicked it", before anything else. `lost`: there is no report that security could see. */
export function clickedAdvice({ lost = false } = {}): Post {
  const last = lost
    ? plain`I no longer have this report, so security does not hear of it from me. Call security or IT now.`
    : STAY_WITHIN_REACH;
  const lines = [...CLICKED_ADVICE, last];
  return post(
    join(
      lines.map((line) => inert(line, 400)),
      '\n',
    ),
    [header(plain`What to do now`), list(lines.map((line) => [words(line)]))],
  );
}

/** The decision, said in the thread so that it is heard: an edited answer notifies nobody. */
export function told(report: CaseReport, file: CaseFile): Post | undefined {
  const { decision } = file.case;
  if (!decision) return undefined;
  const again = report.told !== undefined && report.told !== decision.seq;
  const opening = again
    ? plain`Security looked at this again, and corrects itself.`
    : plain`Thank you. Security looked at this.`;
  const text = mrkdwn`${inert(opening)} ${inert(TOLD[decision.kind], 500)}`;
  const clicked =
    report.clicked && !isHarmless(file)
      ? plain` As it was clicked, follow the advice above if you have not yet.`
      : plain``;
  return post(text, [
    paragraph([words(opening, { bold: true }), words(plain` `), words(TOLD[decision.kind]), words(clicked)]),
  ]);
}

/** A graver verdict than the one that the reporter has read, said in the thread so that it is heard. */
export function warned(file: CaseFile): Post {
  const { risk = 'unchecked' } = file.case;
  const headline = plain`${RISK_SIGN[risk]} ${RISK[risk]}`;
  const opening = plain`I have learnt more about it since, and my verdict is graver now:`;
  const toDo = advice(file);
  return post(spoken([plain`${opening} ${headline}`, ...toDo], []), [
    paragraph([words(opening), words(plain` `), words(headline, { bold: true }), words(plain`.`)]),
    list(
      toDo.map((line) => [words(line)]),
      plain`What to do now`,
    ),
  ]);
}
