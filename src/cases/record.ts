import type { Case } from '../case.ts';
import type { Assessment } from '../model.ts';
import type { NewJob } from '../store/stores.ts';
import { graver } from '../verdict.ts';
import type { House } from './house.ts';

/**
 * The first assessment of a case stands, unless a later copy is judged graver (the world may have learned more) or the
 * content of the first was deleted: an answer without reasons helps nobody. With `warn`, whoever has read an answer is told
 * in the thread: an edited answer notifies nobody. With `anyway`, an assessment of the same evidence that says no less is
 * recorded too: it knows more.
 */
export async function recordAssessment(
  house: House,
  joined: Case,
  assessment: Assessment,
  { warn = false, anyway = false } = {},
): Promise<Case> {
  const kept = await house.stores.cases.assessment(joined.id);
  let file = joined;
  for (;;) {
    const { risk } = assessment.verdict;
    const rises = !file.risk || graver(risk, file.risk);
    if (kept && !rises && !(anyway && risk === file.risk)) return file;
    const jobs: NewJob[] = risk === 'high' ? [{ kind: 'escalate', key: file.id }] : [];
    const read = file.reports.some((report) => report.answered);
    if (read) jobs.push({ kind: 'settle', key: `${file.id}:${file.seq + 1}` });
    for (const { id } of warn && rises ? file.reports.filter(({ answer }) => answer) : []) {
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
