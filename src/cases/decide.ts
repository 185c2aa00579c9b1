import type { Case, Decision } from '../case.ts';
import type { DecisionKind, Observable } from '../model.ts';
import type { NewJob } from '../store/stores.ts';
import { change, type House } from './house.ts';
import { listable, observableId } from './listable.ts';

/** What came of a press. `first` names who was faster; `unknown` is a case or report that we do not have (any more). */
export type Pressed = { kind: 'done' } | { kind: 'already' } | { kind: 'first'; by: string } | { kind: 'unknown' };

/** "Ask security to look", by the reporter or a colleague who sees the report. */
export async function ask(house: House, caseId: string, report: string, by: string): Promise<Pressed> {
  return press(house, caseId, report, (file) =>
    file.reports.find((known) => known.id === report)?.asked
      ? undefined
      : { event: { kind: 'asked', report, by }, jobs: [...toSecurity(file), answerAgain(file, report)] },
  );
}

/** "I clicked it / typed something": goes before everything else, and security is told loudly. */
export async function click(house: House, caseId: string, report: string, by: string): Promise<Pressed> {
  return press(house, caseId, report, (file) =>
    file.reports.find((known) => known.id === report)?.clickedBy.includes(by)
      ? undefined
      : {
          event: { kind: 'clicked', report, by },
          jobs: [
            ...toSecurity(file, true),
            answerAgain(file, report),
            ...(file.escalation ? [alertAfter(file, report)] : []),
          ],
        },
  );
}

async function press(
  house: House,
  caseId: string,
  report: string,
  next: (file: Case) => Parameters<typeof change>[2] extends (file: Case) => infer Wanted ? Wanted : never,
): Promise<Pressed> {
  let pressed: Pressed = { kind: 'unknown' };
  await change(house.stores, caseId, (file) => {
    if (!file.reports.some((known) => known.id === report)) return undefined;
    const wanted = next(file);
    pressed = { kind: wanted ? 'done' : 'already' };
    return wanted;
  });
  house.wake();
  return pressed;
}

/** An analyst takes the case. The first claim stands. */
export async function claim(house: House, caseId: string, by: string): Promise<Pressed> {
  let pressed: Pressed = { kind: 'unknown' };
  await change(house.stores, caseId, (file) => {
    const holder = file.decision?.by ?? file.claim?.by;
    if (holder) {
      pressed = holder === by ? { kind: 'already' } : { kind: 'first', by: holder };
      return undefined;
    }
    pressed = { kind: 'done' };
    return { event: { kind: 'claimed', by }, jobs: [refreshAfter(file)] };
  });
  house.wake();
  return pressed;
}

/** What an analyst filled in. `revises` is the `seq` of the decision that was on the screen, if there was one. */
export interface Ruling {
  by: string;
  kind: DecisionKind;
  note?: string;
  /** Ids (`observableId`) of the observables that were ticked. */
  ticked: string[];
  revises?: number;
}

/**
 * A decision. The first one stands: a second that did not see it is refused and told who was first. Whoever saw the
 * standing decision may change it ("Change decision"), and everybody is told again.
 */
export async function decide(house: House, caseId: string, ruling: Ruling): Promise<Pressed> {
  const assessment = await house.stores.cases.assessment(caseId);
  const ticked = new Set(ruling.ticked);
  const listed: Observable[] = assessment
    ? listable(assessment.evidence, house.assessor.knowledge).filter((observable) =>
        ticked.has(observableId(observable)),
      )
    : [];
  let pressed: Pressed = { kind: 'unknown' };
  const after = await change(house.stores, caseId, (file) => {
    if (file.decision && file.decision.seq !== ruling.revises) {
      pressed = { kind: 'first', by: file.decision.by };
      return undefined;
    }
    pressed = { kind: 'done' };
    return {
      event: {
        kind: 'decided',
        by: ruling.by,
        decision: ruling.kind,
        note: ruling.note,
        listed: confirms(ruling.kind) ? listed : [],
      },
      jobs: [{ kind: 'settle', key: `${file.id}:${file.seq + 1}` }],
    };
  });
  if ((pressed as Pressed).kind === 'done' && after?.decision) await list(house, after, after.decision);
  house.wake();
  return pressed;
}

/** Only a decision that something is harmful may put anything on the organisation's own list. */
function confirms(kind: DecisionKind): boolean {
  return kind === 'phishing' || kind === 'malware' || kind === 'fraud';
}

/** The own list follows the standing decision; the job `settle` does it again, should we die before this line. */
export async function list(house: House, file: Case, decision: Decision): Promise<void> {
  await house.stores.indicators.listFromCase(file.team, file.id, decision.listed, decision.kind);
}

function toSecurity(file: Case, urgent = false): NewJob[] {
  return file.escalation ? [refreshAfter(file)] : [{ kind: 'escalate', key: file.id, urgent }];
}

/** Keys carry the seq of the event that they follow: each change earns one more look. */
function refreshAfter(file: Case): NewJob {
  return { kind: 'refresh', key: `${file.id}:${file.seq + 1}` };
}

/** Every click is said, also the second person's under the same report. */
function alertAfter(file: Case, report: string): NewJob {
  return { kind: 'alert', key: `${file.id}:${report}:${file.seq + 1}`, urgent: true };
}

function answerAgain(file: Case, report: string): NewJob {
  return { kind: 'answer', key: `${file.id}:${report}:${file.seq + 1}`, urgent: true };
}
