import type { Assessor } from '../assess.ts';
import type { Case, CaseEvent } from '../case.ts';
import { ConflictError, type NewJob, type Stores } from '../store/stores.ts';
import { type CaseFile, type Desk, DeskGoneError } from './desk.ts';
import type { Looks } from './look.ts';
import type { Turns } from './turns.ts';

/** The little of a logger that case work needs. Fields hold ids and counts, never content. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** What the work on cases stands on. */
export interface House {
  stores: Stores;
  desk: Desk;
  assessor: Assessor;
  log: Log;
  /** What analysts may press for; missing where it is not switched on. */
  looks?: Looks;
  /** Who goes first when many reports come at once. */
  turns: Turns;
  /** Tells the runner that there is new work, so that it does not wait for its next look. */
  wake(): void;
}

/** Read with its assessment. Undefined for an unknown case. */
export async function openFile(stores: Stores, caseId: string): Promise<CaseFile | undefined> {
  const file = await stores.cases.get(caseId);
  if (!file) return undefined;
  return {
    case: file,
    assessment: await stores.cases.assessment(caseId),
    receipts: await stores.receipts.ofCase(caseId),
  };
}

const TRIES = 20;

/**
 * Appends the event that `next` wants for the case as it stands now; asks again when somebody else was faster. `next`
 * returns nothing when there is nothing left to do. Returns the case as it is afterwards; undefined for an unknown case.
 */
export async function change(
  stores: Stores,
  caseId: string,
  next: (file: Case) => { event: CaseEvent; jobs?: NewJob[] } | undefined,
): Promise<Case | undefined> {
  for (let tries = 1; ; tries += 1) {
    const file = await stores.cases.get(caseId);
    const wanted = file && next(file);
    if (!wanted) return file;
    try {
      return await stores.cases.append(caseId, file.seq, wanted.event, wanted.jobs);
    } catch (error) {
      if (!(error instanceof ConflictError) || tries === TRIES) throw error;
    }
  }
}

/** A place that no longer exists cannot be spoken in, now or later: said in the log, and the work goes on. */
export async function unlessGone<T>(house: House, said: Promise<T>): Promise<T | undefined> {
  try {
    return await said;
  } catch (error) {
    if (!(error instanceof DeskGoneError)) throw error;
    house.log.warn({ reason: error.message }, 'the place is gone');
    return undefined;
  }
}
