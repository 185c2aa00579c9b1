import type { Case } from '../case.ts';
import type { Assessment } from '../model.ts';
import type { NewJob } from '../store/stores.ts';
import { graver } from '../verdict.ts';
import type { House } from './house.ts';

/**
 * The first assessment of a case stands, unless a later copy is judged graver (the world may have learned more) or the
 * content of the first was deleted: an answer without reasons helps nobody. With `warn`, whoever has read an answer is told
 * in the thread: an edited answer notifies nobody.
 */
export async function recordAssessment(
  house: House,
  joined: Case,
  assessment: Assessment,
  { warn = false } = {},
): Promise<Case> {
  const kept = await house.stores.cases.assessment(joined.id);
  let file = joined;
  for (;;) {
    if (kept && file.risk && !graver(assessment.verdict.risk, file.risk)) return file;
    const jobs: NewJob[] = assessment.verdict.risk === 'high' ? [{ kind: 'escalate', key: file.id }] : [];
    const rose = file.reports.some((report) => report.answered);
    if (rose) jobs.push({ kind: 'settle', key: `${file.id}:${file.seq + 1}` });
    for (const { id } of warn ? file.reports.filter(({ answer }) => answer) : []) {
      jobs.push({ kind: 'warn', key: `${file.id}:${id}:${file.seq + 1}` });
    }
    try {
      return await house.stores.cases.assess(file.id, file.seq, assessment, jobs);
    } catch (error) {
      const fresh = await house.stores.cases.get(file.id);
      if (!fresh || fresh.seq === file.seq) throw error;
      file = fresh;
    }
  }
}
