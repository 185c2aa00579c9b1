/**
 * What is kept, as the rest of the house sees it. `open.ts` turns STATE_URL into a `Stores`.
 * Every method is atomic. A rejected promise means the store itself failed: the job is retried.
 */
import type { Keyv } from 'keyv';
import type { Case, CaseEvent, StoredEvent } from '../case.ts';
import type { Arrival, Assessment, Gap, Indicator, Observable, Receipt, Report, Specimen, Spot } from '../model.ts';
import type { FeedStore } from './feed-store.ts';

export interface Stores {
  reports: ReportStore;
  cases: CaseStore;
  jobs: JobStore;
  indicators: IndicatorStore;
  receipts: ReceiptStore;
  feeds: FeedStore;
  /** A cache of its own under each name: what may be lost or expires. Never a guard against duplicates. */
  cache(namespace: string): Keyv;
  /** True the first time that a key is given, ever; false from then on. */
  once(key: string): Promise<boolean>;
  /**
   * Deletes content (what arrived, specimens, assessments, receipts) older than `before`, jobs done more than a day ago, dead jobs
   * older than `before` and what has expired in the caches. Reports of a case stay, without their content; cases and
   * events stay whole: the audit trail. Counts the reports whose content went, and the jobs.
   */
  purge(before: Date): Promise<{ reports: number; jobs: number }>;
  close(): Promise<void>;
}

/**
 * Work to be done. `kind` and `key` together are unique: enqueueing the same again does nothing while it waits, runs, is
 * dead, or was done within a day, except that an urgent one makes a waiting one urgent. Work that must be done again
 * after a change therefore names the change in its key (case id and `seq`).
 */
export interface NewJob {
  kind: JobKind;
  key: string;
  /** Urgent jobs are claimed first. */
  urgent?: boolean;
  /** Not due before so many milliseconds have passed. */
  afterMs?: number;
}
export type JobKind =
  | 'report'
  | 'answer'
  | 'escalate'
  | 'refresh'
  | 'alert'
  | 'settle'
  | 'tell'
  | 'relook'
  | 'warn'
  | 'look';

export interface Job {
  id: number;
  kind: JobKind;
  key: string;
  /**
   * 1 for the first try. Above 1 an earlier try may have died between a Slack post and its record. A job that kills its
   * process never gets as far as `fail`: whoever claims one above its maximum should fail it unread.
   */
  attempt: number;
}

export interface ReportStore {
  /**
   * Stores an arrival, and its job, in one transaction. `keys` are the delivery's identities (Slack event id;
   * channel + ts + file): when any is known already, nothing is stored and the result is undefined.
   * With `job: false` the report waits until somebody asks for it (a `/checklink` that is not yet a report).
   */
  add(arrival: Arrival, keys: string[], options?: { job?: boolean }): Promise<Report | undefined>;
  get(id: string): Promise<Report | undefined>;
  setSpot(id: string, spot: Spot): Promise<void>;
  /**
   * The downloaded specimens and what could not be downloaded: kept so that a retry downloads nothing twice and forgets
   * no gap, and that analysts can take the original.
   */
  putSpecimens(id: string, specimens: Specimen[], gaps: Gap[]): Promise<void>;
  specimens(id: string): Promise<{ specimens: Specimen[]; gaps: Gap[] } | undefined>;
}

/** Thrown by `append` when the case has moved on since it was read: read it again and think again. */
export class ConflictError extends Error {
  override name = 'ConflictError';
}

export interface CaseStore {
  /**
   * Joins a report to the case that has one of `keys`, or opens a new one under them; appends `reported` once and sets
   * the report's `caseId`. Two copies at the same moment end in one case.
   */
  attach(report: Report, keys: string[]): Promise<Case>;
  get(id: string): Promise<Case | undefined>;
  history(id: string): Promise<StoredEvent[]>;
  /** Appends an event at `seq + 1`, with `jobs` in the same transaction. Throws ConflictError when `seq` is not the last. */
  append(id: string, seq: number, event: CaseEvent, jobs?: NewJob[]): Promise<Case>;
  /** The newest assessment; undefined before the first and after its content was deleted. */
  assessment(id: string): Promise<Assessment | undefined>;
  /** Stores an assessment and appends its `assessed` event in one transaction, with `jobs`. */
  assess(id: string, seq: number, assessment: Assessment, jobs?: NewJob[]): Promise<Case>;
}

export interface JobStore {
  enqueue(job: NewJob): Promise<void>;
  /** Leases up to `limit` due jobs for `leaseMs`. A lease that runs out makes the job due again. */
  claim(limit: number, leaseMs: number): Promise<Job[]>;
  /** Prolongs a lease while the work goes on. False when it had run out and the job is no longer ours. */
  extend(job: Job, leaseMs: number): Promise<boolean>;
  /** Marks done. Done jobs are kept a day, so that a late duplicate delivery finds its key taken. */
  done(job: Job): Promise<void>;
  /**
   * Back into the queue after `delayMs`; dead after `maxAttempts`; `lost` when the lease had run out, the job is no longer
   * ours and nothing was changed. `error` must hold no message content.
   */
  fail(job: Job, error: string, delayMs: number, maxAttempts: number): Promise<'retry' | 'dead' | 'lost'>;
  /**
   * Gives a claimed job back at once: for a graceful stop. The attempt stays counted, since the job may have posted
   * something before it was stopped, and the next try must look for it.
   */
  release(job: Job): Promise<void>;
  /** When the next job is due, or the next lease runs out; may lie in the past. Undefined when the queue is empty. */
  next(): Promise<Date | undefined>;
  counts(): Promise<{ waiting: number; running: number; dead: number }>;
}

export interface IndicatorStore {
  /**
   * Every indicator that matches one of the observables, by the observable's own key, in one batched query. `null` asks
   * the lists of all workspaces: only for the command line, whose user can read the database anyway.
   */
  find(team: string | null, observables: Observable[]): Promise<Map<Observable, Indicator[]>>;
  /** Replaces what a case has put on the organisation's own list. An empty list takes its entries off. */
  listFromCase(team: string, caseId: string, observables: Observable[], note: string): Promise<void>;
}

export interface ReceiptStore {
  /** Keeps what was asked for a report; nothing once its content was deleted. The same receipt twice is kept once. */
  add(reportId: string, receipts: Receipt[]): Promise<void>;
  /** Of all reports of a case, oldest first. */
  ofCase(caseId: string): Promise<Receipt[]>;
}
