import { askOutside, judgeEvidence } from '../assess.ts';
import type { Look } from '../case.ts';
import type { Expanded } from '../intel/expand/expand.ts';
import type { Scanner } from '../intel/scan.ts';
import type { Evidence, Receipt } from '../model.ts';
import type { Job } from '../store/stores.ts';
import { graver } from '../verdict.ts';
import type { Pressed } from './decide.ts';
import type { Brought, CaseFile } from './desk.ts';
import { change, type House, openFile, unlessGone } from './house.ts';
import { recordAssessment } from './record.ts';
import { merged, withOutside } from './relook.ts';

/** What opens pages, each only where it is switched on. */
export interface Looks {
  expand?: (evidence: Evidence) => Promise<Expanded>;
  scan?: Scanner;
}

/**
 * An analyst presses for a look. While one is under way a second press changes nothing; afterwards it looks again, since
 * what was out of reach may have come back. The job is stored with the press.
 */
export async function askLook(
  house: House,
  caseId: string,
  look: Look,
  by: string,
): Promise<Pressed | { kind: 'off' }> {
  if (!house.looks?.[look]) return { kind: 'off' };
  if (!(await house.stores.cases.assessment(caseId))) return { kind: 'unknown' };
  let pressed: Pressed = { kind: 'unknown' };
  await change(house.stores, caseId, (file) => {
    const asked = file.looks?.[look];
    if (asked && !asked.done) {
      pressed = { kind: 'already' };
      return undefined;
    }
    pressed = { kind: 'done' };
    return {
      event: { kind: 'look-asked', look, by },
      jobs: [{ kind: 'look', key: `${file.id}:${look}:${file.seq + 1}` }],
    };
  });
  house.wake();
  return pressed;
}

/** Looks, keeps what came, and says it in the card's thread. Key: `case:look:seq of the press`. */
export async function workLook(house: House, job: Job): Promise<void> {
  const [caseId = '', name, seq] = job.key.split(':');
  const look: Look = name === 'scan' ? 'scan' : 'expand';
  const file = await openFile(house.stores, caseId);
  const asked = file?.case.looks?.[look];
  if (!file || !asked || asked.done || asked.seq !== Number(seq)) return;
  const brought = await (look === 'scan' ? scan(house, file, asked.at) : expand(house, file));
  const after = await openFile(house.stores, caseId);
  if (after) await unlessGone(house, house.desk.looked(look, after, brought, job.attempt > 1));
  await change(house.stores, caseId, (now) =>
    now.looks?.[look]?.seq === asked.seq && !now.looks[look].done
      ? { event: { kind: 'looked', look, asked: asked.seq } }
      : undefined,
  );
  house.log.info(
    { case: caseId, look, links: brought.lines.length, left: brought.left.length },
    'an analyst had a look',
  );
}

const NOTHING: Brought = { lines: [], left: [] };

/** Receipts go with the newest report: its content is kept longest. */
function keep(house: House, { case: file }: CaseFile, receipts: Receipt[]): Promise<void> {
  return house.stores.receipts.add(file.reports.at(-1)?.id ?? '', receipts);
}

/**
 * Follows the links, and judges what was found at their ends like anything else that was seen. The verdict only rises by it:
 * a page that shows us a harmless face says nothing for itself.
 */
async function expand(house: House, file: CaseFile): Promise<Brought> {
  const run = house.looks?.expand;
  if (!run || !file.assessment) return NOTHING;
  const { evidence, sightings, verdict: before, ...kept } = file.assessment;
  const expanded = await run(evidence);
  await keep(house, file, expanded.receipts);
  if (expanded.links.length > 0) {
    const outside = await askOutside(evidence, house.assessor, expanded);
    await keep(house, file, outside.receipts);
    const now = withOutside(evidence, outside, true);
    const both = merged(sightings, outside.sightings);
    const judged = judgeEvidence(now, both, house.assessor);
    const verdict = graver(before.risk, judged.risk) ? before : judged;
    const heard = [...new Set([...(kept.asked ?? []), ...outside.asked])];
    const assessment = { ...kept, evidence: now, sightings: both, verdict, ...(heard.length > 0 && { asked: heard }) };
    await recordAssessment(house, file.case, assessment, { warn: true, anyway: true });
    house.wake();
  }
  // A try that died after it had recorded finds the ends in the evidence, where they are not asked for again.
  const known = evidence.links.flatMap(({ chain, url }) => (chain?.[0] ? [{ url: chain[0], to: url, note: '' }] : []));
  return { lines: [...known, ...expanded.asked], left: expanded.left };
}

/** Submits the links one by one. Each receipt is kept at once: a job that starts again submits only what is left. */
async function scan(house: House, file: CaseFile, since: Date): Promise<Brought> {
  const scanner = house.looks?.scan;
  if (!scanner || !file.assessment) return NOTHING;
  const { open, left } = scanner.choose(file.assessment.evidence);
  const lines: Brought['lines'] = [];
  for (const url of open) {
    const earlier = file.receipts?.find(
      ({ provider, asked, at, outcome }) =>
        provider === scanner.name && asked === url && outcome === 'known' && Date.parse(at) >= since.getTime(),
    );
    const receipt = earlier ?? (await scanner.submit(url));
    if (!earlier) await keep(house, file, [receipt]);
    lines.push({ url, note: receipt.answer });
  }
  return { lines, left };
}
