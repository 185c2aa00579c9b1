import type { DecisionKind, Observable, Place, Reporter, Risk, Route, Spot } from './model.ts';

/** What happened to a case, in order. Events hold no message content, so the audit trail outlives a deletion. */
export type CaseEvent =
  | { kind: 'reported'; report: string; reporter: Reporter; place: Place; route: Route; source?: Spot }
  | { kind: 'assessed'; risk: Risk; score: number; checks: string[] }
  | { kind: 'answered'; report: string; spot?: Spot; decision?: number } // with the decision that the answer told
  | { kind: 'asked'; report: string; by: string } // "Ask security to look"
  | { kind: 'clicked'; report: string; by: string } // "I clicked it / typed something"
  | { kind: 'escalated'; spot: Spot }
  | { kind: 'alerted'; report: string; clicks: number } // security was told of so many clicks under the report
  | { kind: 'claimed'; by: string }
  | { kind: 'decided'; by: string; decision: DecisionKind; note?: string; listed: Observable[] }
  | { kind: 'told'; report: string; decision: number }
  | { kind: 'look-asked'; look: Look; by: string } // an analyst pressed for more
  | { kind: 'looked'; look: Look; asked: number }; // and was told, in the card's thread

/** What an analyst may press for: links followed to their end, or scanned by a service. Each opens pages, so each is a press. */
export type Look = 'expand' | 'scan';

/** An event with its place in the case's history. `seq` counts from 1. */
export type StoredEvent = CaseEvent & { seq: number; at: Date };

export interface CaseReport {
  id: string;
  reporter: Reporter;
  place: Place;
  route: Route;
  source?: Spot;
  at: Date;
  /** True once the answer went out, or turned out to have nowhere to go. */
  answered: boolean;
  answer?: Spot;
  asked: boolean;
  clicked: boolean;
  /** Who pressed "I clicked it" under this report: colleagues in the channel may, beside the reporter. */
  clickedBy: string[];
  /** How many of its clicks were said aloud in the card's thread. */
  alerted: number;
  /** `seq` of the decision that this reporter has heard. */
  told?: number;
}

export interface Decision {
  seq: number;
  by: string;
  kind: DecisionKind;
  note?: string;
  listed: Observable[];
  at: Date;
}

export interface Case {
  id: string;
  team: string;
  /** `seq` of the last event: what a writer expects when it appends the next. */
  seq: number;
  openedAt: Date;
  reports: CaseReport[];
  risk?: Risk;
  score?: number;
  escalation?: Spot;
  claim?: { by: string; at: Date };
  /** The last press for each look; `seq` is that of the press. */
  looks?: Partial<Record<Look, { seq: number; by: string; at: Date; done: boolean }>>;
  decision?: Decision;
}

/** A case without history. */
export function openCase(id: string, team: string, at: Date): Case {
  return { id, team, seq: 0, openedAt: at, reports: [] };
}

/** case + event → case. Total: an event that refers to an unknown report changes nothing but `seq`. */
function applyEvent(before: Case, event: StoredEvent): Case {
  const after: Case = { ...before, seq: event.seq };
  const change = (report: string, patch: Partial<CaseReport>): Case => ({
    ...after,
    reports: before.reports.map((known) => (known.id === report ? { ...known, ...patch } : known)),
  });
  switch (event.kind) {
    case 'reported': {
      if (before.reports.some((known) => known.id === event.report)) return after;
      const { report: id, reporter, place, route, source, at } = event;
      const report: CaseReport = {
        id,
        reporter,
        place,
        route,
        source,
        at,
        answered: false,
        asked: false,
        clicked: false,
        clickedBy: [],
        alerted: 0,
      };
      return { ...after, reports: [...before.reports, report] };
    }
    case 'assessed':
      return { ...after, risk: event.risk, score: event.score };
    case 'answered':
      return change(event.report, { answered: true, answer: event.spot, told: event.decision });
    case 'asked':
      return change(event.report, { asked: true });
    case 'clicked':
      return change(event.report, { clicked: true, clickedBy: [...clickers(before, event.report), event.by] });
    case 'alerted':
      return change(event.report, { alerted: event.clicks });
    case 'escalated':
      return { ...after, escalation: event.spot };
    case 'claimed':
      return { ...after, claim: { by: event.by, at: event.at } };
    case 'decided': {
      const { seq, by, decision: kind, note, listed, at } = event;
      return { ...after, decision: { seq, by, kind, note, listed, at } };
    }
    case 'told':
      return change(event.report, { told: event.decision });
    case 'look-asked': {
      const { look, seq, by, at } = event;
      return { ...after, looks: { ...before.looks, [look]: { seq, by, at, done: false } } };
    }
    case 'looked': {
      const asked = before.looks?.[event.look];
      if (asked?.seq !== event.asked) return after;
      return { ...after, looks: { ...before.looks, [event.look]: { ...asked, done: true } } };
    }
  }
}

function clickers(file: Case, report: string): string[] {
  return file.reports.find((known) => known.id === report)?.clickedBy ?? [];
}

export function replay(id: string, team: string, openedAt: Date, events: StoredEvent[]): Case {
  return events.reduce(applyEvent, openCase(id, team, openedAt));
}

/** Whether security must see this case now. */
export function needsEscalation(file: Case): boolean {
  return file.risk === 'high' || file.reports.some((report) => report.asked || report.clicked);
}

/** A reporter clicked: the case goes before the others. */
export function isUrgent(file: Case): boolean {
  return file.reports.some((report) => report.clicked);
}

/** How many people reported it: one person twice counts once. */
export function reporterCount(file: Case): number {
  return new Set(file.reports.map(({ reporter }) => reporter.address?.toLowerCase() ?? reporter.user)).size;
}

/** Reporters who have an answer but have not heard the standing decision. */
export function untold(file: Case): CaseReport[] {
  const decision = file.decision;
  return decision ? file.reports.filter((report) => report.answer && report.told !== decision.seq) : [];
}
