import { assess } from '../assess.ts';
import type { Arrival, Assessment, Place, Reporter } from '../model.ts';
import type { House } from './house.ts';

/**
 * Stores what arrived, with its job, before anything else happens. `keys` are the identities of the delivery: the Slack
 * event's id, and channel + ts + file. A delivery that is known already changes nothing.
 */
export async function receive(house: House, arrival: Arrival, keys: string[]): Promise<'new' | 'known'> {
  const report = await house.stores.reports.add(arrival, keys);
  if (!report) return 'known';
  house.log.info({ report: report.id, route: arrival.route, parts: arrival.parts.length }, 'report stored');
  house.wake();
  return 'new';
}

/**
 * Whether to hint at what the bot is for: once a person and channel, ever; with `period` once in each, for direct
 * messages, where silence towards somebody who asks for help would be worse than a repeated hint.
 */
export function mayHint(house: House, place: Place, reporter: Reporter, period = ''): Promise<boolean> {
  const key = `hint:${reporter.team}:${place.channel}:${reporter.user}`;
  return house.stores.once(period ? `${key}:${period}` : key);
}

/**
 * `/checklink`: judges at once and answers only the person who asked. It is stored as a report without a job, so that
 * "Report to security" finds exactly what was checked.
 */
export async function checkLinks(
  house: House,
  arrival: Arrival,
  keys: string[],
): Promise<{ reportId?: string; assessment: Assessment }> {
  const report = await house.stores.reports.add(arrival, keys, { job: false });
  const specimens = arrival.parts.filter((part) => part.kind === 'link' || part.kind === 'text');
  // Three seconds are too few to ask others where a link leads; a report of it does.
  const { expand: _, ...assessor } = house.assessor;
  const { receipts, ...assessment } = await assess(specimens, [], assessor);
  if (report) await house.stores.receipts.add(report.id, receipts);
  return { reportId: report?.id, assessment };
}

/** "Report to security" under a `/checklink` answer: from here on it is a report like any other. */
export async function promote(house: House, reportId: string, user: string): Promise<'sent' | 'unknown'> {
  const report = await house.stores.reports.get(reportId);
  if (report?.route !== 'command' || report.reporter.user !== user) return 'unknown';
  await house.stores.jobs.enqueue({ kind: 'report', key: reportId });
  house.wake();
  return 'sent';
}
