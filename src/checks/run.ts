import type { Evidence, Finding, Knower, Knowledge, Message, Scoring, Sighting } from '../model.ts';
import type { Check, CheckContext, LureHit, Units } from './check.ts';
import { knownTo } from './known-to.ts';
import { foldedWords, lureFinder } from './lures.ts';

export interface Run {
  /** At most one finding a check: that of the first unit that showed it. */
  findings: Finding[];
  /** How many checks had at least one unit to look at. */
  ran: number;
  /** Who knows something bad of it. Missing where nobody does. */
  knownTo?: Knower[];
}

/** Runs every check on every unit of its kind. Pure: the same input gives the same findings. */
export function runChecks(
  checks: readonly Check[],
  evidence: Evidence,
  sightings: Sighting[],
  knowledge: Knowledge,
  scoring: Pick<Scoring, 'points'>,
): Run {
  const context = contextOf(evidence, knowledge);
  const units: { [On in keyof Units]: Units[On][] } = {
    message: evidence.messages,
    link: evidence.links,
    attachment: evidence.attachments,
    sighting: sightings,
  };
  const findings: Finding[] = [];
  let ran = 0;
  for (const check of checks) {
    if (units[check.on].length === 0) continue;
    ran += 1;
    for (const unit of units[check.on]) {
      const data = check.run(unit, context);
      if (!data) continue;
      const full = scoring.points[check.id] ?? check.points;
      const points = check.strength ? Math.round(full * check.strength(unit, context) * 10) / 10 : full;
      if (points === 0 && full > 0) continue;
      findings.push({ check: check.id, group: check.group, points, data, decisive: check.decisive });
      break;
    }
  }
  const knowers = knownTo(sightings, context);
  return { findings, ran, ...(knowers.length > 0 && { knownTo: knowers }) };
}

/** What checks see around their unit; look-ups that several checks share are computed once. */
export function contextOf(evidence: Evidence, knowledge: Knowledge): CheckContext {
  const messages = new Map(evidence.messages.map((message) => [message.id, message]));
  // What a mail holds. Where its links were found to lead is judged link by link, and never counted as the mail's own: a
  // sender could else lead us to many sites, as a newsletter does.
  const links = Map.groupBy(
    evidence.links.filter(({ chain }) => !chain),
    (link) => link.message,
  );
  const attachments = Map.groupBy(evidence.attachments, (attachment) => attachment.message);
  const find = lureFinder(knowledge.lists.lures);
  const lures = new Map<Message, LureHit[]>();
  return {
    ...knowledge,
    evidence,
    messageOf: (unit) => (unit.message === undefined ? undefined : messages.get(unit.message)),
    linksOf: (message) => links.get(message.id) ?? [],
    attachmentsOf: (message) => attachments.get(message.id) ?? [],
    luresOf(message) {
      const known = lures.get(message);
      if (known) return known;
      const found = find(foldedWords(message));
      lures.set(message, found);
      return found;
    },
  };
}
