import type { Generated, Selectable } from 'kysely';

/**
 * The tables as Kysely sees them; `migrations/` makes them. Times are milliseconds since 1970 in UTC. Columns that hold
 * JSON are text in every dialect and are read through `json.ts` only.
 */
export interface Database {
  reports: ReportTable;
  report_keys: { key: string; report_id: string };
  specimens: SpecimenTable;
  specimen_bytes: { report_id: string; position: number; part: number; bytes: Uint8Array };
  cases: { id: string; team: string; opened_at: number; seq: number };
  case_keys: { team: string; key_hash: string; case_id: string };
  events: { case_id: string; seq: number; at: number; kind: string; body: string };
  assessments: { case_id: string; seq: number; at: number; body: string };
  jobs: JobTable;
  receipts: { id: Generated<number>; report_id: string; body: string };
  indicators: IndicatorTable;
  feeds: FeedTable;
  /** `filter` tells quickly what an edition does not hold; null until it is loaded whole. */
  feed_editions: { id: Generated<number>; feed: string; filter: Uint8Array | null };
  feed_entries: FeedEntryRow;
  feed_notes: { edition: number; id: number; text: string };
  kv: { key: string; value: string; expires_at: number | null };
  once: { key: string; at: number };
  migrations: { name: string; at: number };
}

/** `content` is what the reporter handed in; the rest is audit trail and outlives it. */
interface ReportTable {
  id: string;
  team: string;
  received_at: number;
  case_id: string | null;
  /** JSON: reporter, route, place, source. */
  origin: string;
  /** JSON: parts, note. Null once deleted. */
  content: string | null;
  /** JSON: our post in the reporter's thread. */
  spot: string | null;
  /** JSON: gaps of the download. Null until specimens were put. */
  gaps: string | null;
}
export type ReportRow = Selectable<ReportTable>;

/** A specimen without its bytes, which are rows of `specimen_bytes`. `body` is JSON. */
interface SpecimenTable {
  report_id: string;
  position: number;
  kind: string;
  name: string | null;
  body: string;
}

interface JobTable {
  id: Generated<number>;
  kind: string;
  key: string;
  state: 'waiting' | 'running' | 'done' | 'dead';
  urgent: number;
  attempts: number;
  /** When it is due; while it runs, when its lease ends, which makes it due again. */
  run_at: number;
  /** Null while waiting or running. */
  ended_at: number | null;
  error: string | null;
}

interface IndicatorTable {
  team: string;
  feed: string;
  kind: string;
  value: string;
  /** The case that listed it. */
  case_id: string;
  listed_at: number;
  note: string;
}

interface FeedTable {
  name: string;
  /** JSON: where from, in which form, how often. */
  definition: string;
  added_at: number;
  /** The edition in force. */
  edition: number | null;
  /** JSON: how many entries it has and how the source named that state. */
  copy: string | null;
  fresh_at: number | null;
  tried_at: number | null;
  /** Failed tries in a row. */
  failures: number;
  fault: string | null;
  /** Until when a process that updates it has it to itself. */
  busy_until: number;
}
export type FeedRow = Selectable<FeedTable>;

/** `hash` and `more` are 53 and 32 bits of the hash of the normalised key; `listed_at` is in seconds, 0 for unknown. */
interface FeedEntryRow {
  edition: number;
  hash: number;
  more: number;
  listed_at: number;
  note: number;
}
