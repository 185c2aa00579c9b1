import type { Case, CaseReport, Look } from '../case.ts';
import type { Assessment, Gap, Receipt, Report, Specimen, Spot } from '../model.ts';

/** A case with what was found in it. `assessment` is missing once its content was deleted. */
export interface CaseFile {
  case: Case;
  assessment?: Assessment;
  /** Which services were asked what. For analysts. */
  receipts?: Receipt[];
}

/**
 * Where a case speaks and listens. Slack is one desk; tests have another.
 *
 * Every method is idempotent: called twice for the same thing it leaves one post. `again` is true when an earlier try
 * may have posted and died before recording it: the desk then looks for its own post (by the id in its metadata) before
 * posting. A rejected promise means the desk is out of reach and the job is retried; `DeskGoneError` means that the
 * place no longer exists or does not let us in, and that trying again is no use.
 */
export interface Desk {
  /** Downloads what arrived. What Slack will not hand over becomes a gap. */
  fetch(report: Report): Promise<{ specimens: Specimen[]; gaps: Gap[] }>;
  /** "Thanks, checking…" in the reporter's thread, within a second of the report. Becomes the answer. */
  acknowledge(report: Report, again: boolean): Promise<Spot>;
  /** Turns the acknowledgement into the answer; also brings an old answer up to date. */
  answer(report: CaseReport, file: CaseFile): Promise<void>;
  /** The case's card in the security channel. Undefined when no security channel is configured. */
  escalate(file: CaseFile, again: boolean): Promise<Spot | undefined>;
  /** Edits the card to the case's present state. */
  refresh(file: CaseFile): Promise<void>;
  /** Tells security, in the card's thread and loudly, that this reporter clicked or typed something. */
  alert(report: CaseReport, file: CaseFile, again: boolean): Promise<void>;
  /** Tells a reporter, in the thread and loudly, that the verdict has become graver than the answer that they read. */
  warn(report: CaseReport, file: CaseFile, again: boolean): Promise<void>;
  /** Tells a reporter the decision in the thread, with thanks; the answer itself is edited too. */
  tell(report: CaseReport, file: CaseFile, again: boolean): Promise<void>;
  /** Tells security, in the card's thread, what a look brought that an analyst pressed for. */
  looked(look: Look, file: CaseFile, brought: Brought, again: boolean): Promise<void>;
}

/** What a look brought. Addresses are attacker text; the words beside them are ours, but for a target in them. */
export interface Brought {
  lines: { url: string; to?: string; note: string }[];
  /** Links that were left alone, and why. */
  left: { url: string; why: string }[];
}

/** The place is gone (channel archived, bot removed, post deleted): recorded as done, since no retry can mend it. */
export class DeskGoneError extends Error {
  override name = 'DeskGoneError';
}
