import { assess } from '../assess.ts';
import { type Case, type CaseEvent, isUrgent, needsEscalation, untold } from '../case.ts';
import type { Gap, Report, Specimen, Spot } from '../model.ts';
import type { Job, JobKind, NewJob } from '../store/stores.ts';
import { list } from './decide.ts';
import { caseKeys } from './fingerprint.ts';
import { change, type House, openFile, unlessGone } from './house.ts';
import { workLook } from './look.ts';
import { recordAssessment } from './record.ts';
import { relookAfter, workRelook, workWarn } from './relook.ts';

/**
 * What each kind of job does. Every step looks at what is recorded before it acts and records what it did, so a job may
 * run any number of times: after a crash, a lost lease, a Slack outage. A rejected promise sends the job back to the queue.
 */
export const WORK: Record<JobKind, (house: House, job: Job) => Promise<void>> = {
  report: workReport,
  answer: workAnswer,
  escalate: workEscalate,
  refresh: workRefresh,
  alert: workAlert,
  settle: workSettle,
  tell: workTell,
  relook: workRelook,
  warn: workWarn,
  look: workLook,
};

/** acknowledge → fetch → assess → join the case → answer. */
async function workReport(house: House, job: Job): Promise<void> {
  const report = await house.stores.reports.get(job.key);
  if (!report) return; // its content was deleted meanwhile
  const spot = report.spot ?? (await house.turns.first(() => acknowledge(house, report, job.attempt > 1)));
  await house.turns.afterwards(() => assessAndAnswer(house, report, spot));
}

async function assessAndAnswer(house: House, report: Report, spot: Spot | undefined): Promise<void> {
  const { stores, desk } = house;
  const before = report.caseId ? await stores.cases.get(report.caseId) : undefined;
  if (before?.reports.some((known) => known.id === report.id && known.answered)) return;

  const { specimens, gaps } = await specimensOf(house, report);
  const { receipts, ...assessment } = await assess(specimens, gaps, house.assessor);
  const joined = await stores.cases.attach(report, caseKeys(assessment.evidence, report.id));
  await stores.receipts.add(report.id, receipts);
  const assessed = await recordAssessment(house, joined, assessment);
  for (const later of relookAfter(joined.id, report.id, receipts)) await stores.jobs.enqueue(later);
  await noteArrival(house, assessed, report);

  const file = await openFile(stores, joined.id);
  const mine = file?.case.reports.find((known) => known.id === report.id);
  if (!file || !mine) throw new Error('the case lost its report');
  if (spot) await unlessGone(house, desk.answer({ ...mine, answer: spot }, file));
  await recordAnswer(house, file.case, report.id, spot);
  house.log.info({ case: joined.id, report: report.id, risk: file.case.risk }, 'report answered');
}

/** Our post in the reporter's thread. Undefined when there is no place left to speak: security still hears of it. */
async function acknowledge(house: House, report: Report, again: boolean): Promise<Spot | undefined> {
  const spot = await unlessGone(house, house.desk.acknowledge(report, again));
  if (spot) await house.stores.reports.setSpot(report.id, spot);
  return spot;
}

/** A first try downloads and keeps; a later one finds what was kept. */
async function specimensOf(house: House, report: Report): Promise<{ specimens: Specimen[]; gaps: Gap[] }> {
  const kept = await house.stores.reports.specimens(report.id);
  if (kept) return kept;
  const fetched = await house.desk.fetch(report);
  await house.stores.reports.putSpecimens(report.id, fetched.specimens, fetched.gaps);
  return fetched;
}

/** What the arrival of this report means beyond its answer: `/checklink` reports ask for security; a card counts up. */
async function noteArrival(house: House, file: Case, report: Report): Promise<void> {
  if (report.route === 'command') {
    await change(house.stores, file.id, (now) =>
      now.reports.some((known) => known.id === report.id && known.asked)
        ? undefined
        : {
            event: { kind: 'asked', report: report.id, by: report.reporter.user },
            jobs: now.escalation ? [] : [{ kind: 'escalate', key: now.id }],
          },
    );
  }
  if (file.escalation) {
    await house.stores.jobs.enqueue({ kind: 'refresh', key: `${file.id}:report:${report.id}` });
  } else if (needsEscalation(file)) {
    await house.stores.jobs.enqueue({ kind: 'escalate', key: file.id });
  }
  house.wake();
}

/**
 * The answer was rendered from `shown`. When the case has moved on since, it is rendered again; when a decision came in
 * between, the reporter is told of it like everybody else.
 */
async function recordAnswer(house: House, shown: Case, report: string, spot: Spot | undefined): Promise<void> {
  await change(house.stores, shown.id, (now) => {
    if (now.reports.some((known) => known.id === report && known.answered)) return undefined;
    const event: CaseEvent = { kind: 'answered', report, spot, decision: shown.decision?.seq };
    const moved = now.seq !== shown.seq && spot;
    const jobs: NewJob[] = moved ? [{ kind: 'answer', key: `${now.id}:${report}:${now.seq + 1}` }] : [];
    if (now.decision && now.decision.seq !== shown.decision?.seq) {
      jobs.push({ kind: 'settle', key: `${now.id}:${now.seq + 1}` });
    }
    return { event, jobs };
  });
  house.wake();
}

/** Brings one answer up to the case's present state. Key: `case:report:seq`. */
async function workAnswer(house: House, job: Job): Promise<void> {
  const [caseId = '', reportId = ''] = job.key.split(':');
  const file = await openFile(house.stores, caseId);
  const report = file?.case.reports.find((known) => known.id === reportId);
  if (file && report?.answer) await unlessGone(house, house.desk.answer(report, file));
}

/** The card in the security channel. Key: the case. */
async function workEscalate(house: House, job: Job): Promise<void> {
  const file = await openFile(house.stores, job.key);
  if (!file || file.case.escalation || !needsEscalation(file.case)) return;
  const spot = await unlessGone(house, house.desk.escalate(file, job.attempt > 1));
  if (!spot) {
    house.log.warn({ case: job.key }, 'nothing was escalated: no security channel that lets us in');
    return;
  }
  const shown = file.case;
  await change(house.stores, job.key, (now) => {
    if (now.escalation) return undefined;
    const jobs: NewJob[] = now.seq === shown.seq ? [] : [{ kind: 'refresh', key: `${now.id}:${now.seq + 1}` }];
    for (const report of now.reports) {
      const clicksShown = shown.reports.find((known) => known.id === report.id)?.clickedBy.length ?? 0;
      if (report.clickedBy.length > clicksShown) {
        jobs.push({ kind: 'alert', key: `${now.id}:${report.id}:${now.seq + 1}`, urgent: true });
      }
      if (report.answer) jobs.push({ kind: 'answer', key: `${now.id}:${report.id}:${now.seq + 1}` });
    }
    return { event: { kind: 'escalated', spot }, jobs };
  });
  house.log.info({ case: job.key, urgent: isUrgent(shown) }, 'case escalated');
  house.wake();
}

/** The card follows the case. Key: `case:…`. */
async function workRefresh(house: House, job: Job): Promise<void> {
  const file = await openFile(house.stores, job.key.split(':')[0] ?? '');
  if (file?.case.escalation) await unlessGone(house, house.desk.refresh(file));
}

/** A click after the card was posted is said in the card's thread. Key: `case:report:seq`. */
async function workAlert(house: House, job: Job): Promise<void> {
  const [caseId = '', reportId = ''] = job.key.split(':');
  const file = await openFile(house.stores, caseId);
  const report = file?.case.reports.find((known) => known.id === reportId);
  const clicks = report?.clickedBy.length ?? 0;
  if (!file?.case.escalation || !report || report.alerted >= clicks) return;
  await unlessGone(house, house.desk.alert(report, file, job.attempt > 1));
  await change(house.stores, caseId, (now) =>
    now.reports.some((known) => known.id === reportId && known.alerted < clicks)
      ? { event: { kind: 'alerted', report: reportId, clicks } }
      : undefined,
  );
}

/** The standing decision goes onto the own list, onto the card, into every answer, and to every reporter. Key: `case:seq`. */
async function workSettle(house: House, job: Job): Promise<void> {
  const caseId = job.key.split(':')[0] ?? '';
  const file = await openFile(house.stores, caseId);
  if (!file) return;
  const decision = file.case.decision;
  if (decision) await list(house, file.case, decision);
  if (file.case.escalation) await unlessGone(house, house.desk.refresh(file));
  for (const report of file.case.reports.filter((known) => known.answer)) {
    await unlessGone(house, house.desk.answer(report, file));
  }
  const waiting = untold(file.case);
  // A job for each: several jobs may settle one decision at the same moment, and none knows what another has said.
  for (const report of waiting) {
    await house.stores.jobs.enqueue({ kind: 'tell', key: `${caseId}:${report.id}:${decision?.seq}` });
  }
  house.wake();
  if (decision) house.log.info({ case: caseId, decision: decision.kind, telling: waiting.length }, 'decision settled');
}

/** One reporter hears one decision, unless another has taken its place by now. Key: `case:report:seq of the decision`. */
async function workTell(house: House, job: Job): Promise<void> {
  const [caseId = '', reportId = '', seq] = job.key.split(':');
  const file = await openFile(house.stores, caseId);
  const report = file && untold(file.case).find((known) => known.id === reportId);
  const decision = file?.case.decision;
  if (!report || !decision || decision.seq !== Number(seq)) return;
  await unlessGone(house, house.desk.tell(report, file, job.attempt > 1));
  await change(house.stores, caseId, (now) =>
    now.reports.some((known) => known.id === reportId && (known.told ?? 0) < decision.seq)
      ? { event: { kind: 'told', report: reportId, decision: decision.seq } }
      : undefined,
  );
}
