import { askOutside, judgeEvidence, type Outside } from '../assess.ts';
import type { Evidence, Gap, Receipt, Sighting } from '../model.ts';
import type { Job, NewJob } from '../store/stores.ts';
import { graver } from '../verdict.ts';
import { type House, openFile, unlessGone } from './house.ts';
import { recordAssessment } from './record.ts';

/** Five more looks within the hour: longer outages are not what a reporter still waits for. */
const PAUSE_MS = 10 * 60_000;
const LOOKS = 5;

/** The job that looks again, where a service gave no answer. Key: `case:report:round`. */
export function relookAfter(caseId: string, reportId: string, receipts: Receipt[], round = 1): NewJob[] {
  const missed = receipts.some(({ outcome }) => outcome === 'failed' || outcome === 'not-asked');
  if (!missed || round > LOOKS) return [];
  return [{ kind: 'relook', key: `${caseId}:${reportId}:${round}`, afterMs: PAUSE_MS }];
}

/**
 * Asks again for a case whose services were down. The stored evidence is judged with what is known by now; the answer
 * changes, and the reporter hears of it, only when the verdict rises. Once a person decided, nothing is asked.
 */
export async function workRelook(house: House, job: Job): Promise<void> {
  const [caseId = '', reportId = '', round] = job.key.split(':');
  const file = await openFile(house.stores, caseId);
  if (!file?.assessment || file.case.decision) return;
  const { evidence, sightings, ...kept } = file.assessment;
  const { receipts, ...found } = await askOutside(evidence, house.assessor);
  await house.stores.receipts.add(reportId, receipts);

  const now = withOutside(evidence, { receipts, ...found }, house.assessor.expand !== undefined);
  const both = merged(sightings, found.sightings);
  const verdict = judgeEvidence(now, both, house.assessor);
  const rose = graver(verdict.risk, file.case.risk ?? 'no-signs');
  // Where a link leads is worth knowing even where it changes no verdict.
  if (rose || found.links.length > 0) {
    const heard = [...new Set([...(kept.asked ?? []), ...found.asked])];
    const assessment = { ...kept, evidence: now, sightings: both, verdict, ...(heard.length > 0 && { asked: heard }) };
    await recordAssessment(house, file.case, assessment, { warn: true, anyway: true });
  }
  if (rose) {
    house.log.info({ case: caseId, risk: verdict.risk }, 'the verdict rose when a service was back');
  }
  for (const later of relookAfter(caseId, reportId, receipts, Number(round) + 1))
    await house.stores.jobs.enqueue(later);
  house.wake();
}

/** Stored evidence with what asking again brought. `followed`: links were followed anew, and tell their gaps again. */
export function withOutside(evidence: Evidence, outside: Outside, followed: boolean): Evidence {
  const asked = new Set(outside.receipts.map(({ provider }) => provider));
  const rest = evidence.gaps.filter((gap) => !isToldAnew(gap, asked, followed));
  return {
    ...evidence,
    links: [...evidence.links, ...outside.links],
    observables: [...evidence.observables, ...outside.observables],
    gaps: [...rest, ...outside.gaps],
  };
}

/** Who was asked this time has told its gaps again, and feeds, of which alone these two are said, are always asked. */
function isToldAnew({ what, why, name, blinding }: Gap, asked: Set<string>, followed: boolean): boolean {
  // A link that could not be followed blinds nobody; what parsing found missing of links does, and stays.
  if (what === 'link' && followed) return !blinding && (why === 'timeout' || why === 'error' || why === 'too-many');
  if (what !== 'list' || name === undefined) return false;
  return asked.has(name) || why === 'stale' || why === 'missing';
}

/** One reporter hears that the verdict rose, unless a decision has said more by now. Key: `case:report:seq`. */
export async function workWarn(house: House, job: Job): Promise<void> {
  const [caseId = '', reportId = ''] = job.key.split(':');
  const file = await openFile(house.stores, caseId);
  const report = file?.case.reports.find(({ id }) => id === reportId);
  if (!file || !report?.answer || file.case.decision) return;
  await unlessGone(house, house.desk.warn(report, file, job.attempt > 1));
}

/** What was said before stays said by whoever gives no answer this time. */
export function merged(before: Sighting[], after: Sighting[]): Sighting[] {
  const key = ({ observable }: Sighting): string => `${observable.kind} ${observable.value}`;
  const old = new Map(before.map((sighting) => [key(sighting), sighting]));
  return after.map((sighting) => {
    const was = old.get(key(sighting));
    const fresh = new Set(sighting.opinions.map(({ provider }) => provider));
    const registration = sighting.registration ?? was?.registration;
    const certificate = sighting.certificate ?? was?.certificate;
    return {
      ...sighting,
      opinions: [...sighting.opinions, ...(was?.opinions ?? []).filter(({ provider }) => !fresh.has(provider))],
      ...(registration && { registration }),
      ...(certificate && { certificate }),
    };
  });
}
