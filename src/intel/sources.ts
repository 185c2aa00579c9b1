import type { Phrase } from '../explain.ts';
import type { Feed, FeedStore } from '../store/feed-store.ts';
import { standingOf } from './feeds/ages.ts';
import { DAY, HOUR, MINUTE } from './provider.ts';
import type { ServiceState, Services } from './services.ts';

/** A list or service that is set up, and how it stands, in words for whoever runs or reviews. */
export interface Source {
  kind: 'list' | 'service';
  name: string;
  /** Its word, or its silence, is worth less than usual at the moment. */
  trouble: boolean;
  says: Phrase;
}

/**
 * Everything that is asked beside the own list, what is in trouble first. `live`: asked of the process that asks the
 * services; what another one has left of a quota in this minute is not to be known.
 */
export async function listSources(
  feeds: Pick<FeedStore, 'list'> | undefined,
  services: Pick<Services, 'states'>,
  { live = true, now = new Date() } = {},
): Promise<Source[]> {
  const [lists = [], states] = await Promise.all([feeds?.list(), services.states()]);
  return [
    ...lists.map((feed) => sourceOfFeed(feed, now)),
    ...states.map((state) => sourceOfService(state, now, live)),
  ].sort((a, b) => Number(b.trouble) - Number(a.trouble));
}

function sourceOfFeed(feed: Feed, now: Date): Source {
  const { name, copy, fault, maxAgeMs, role, trusted, triedAt } = feed;
  const standing = standingOf(feed, now);
  const facts = copy
    ? `${count(copy.entries, 'entry', 'entries')}, ${ageText(since(copy.freshAt, now))} old, allowed ${ageText(maxAgeMs)}`
    : 'never loaded';
  const aside = `${role === 'warning' ? ', of what others list by mistake' : ''}${trusted ? ', believed by itself' : ''}`;
  const says: Phrase = [{ text: `${standing === 'stale' ? 'out of date: ' : ''}${facts}${aside}.` }];
  if (fault) {
    says.push({ text: ` The last update${triedAt ? ` (${agoText(triedAt, now)})` : ''} failed: ` }, { value: fault });
  }
  return { kind: 'list', name, trouble: standing !== 'fresh' || fault !== undefined, says };
}

function sourceOfService(state: ServiceState, now: Date, live: boolean): Source {
  const { name, about, asked, failed, resting, answeredAt, fault } = state;
  const left = leftOf(state);
  const isFailing = fault !== undefined && (answeredAt === undefined || answeredAt < fault.at);
  const facts = [
    asked === 0 ? 'not asked today' : `asked ${count(asked, 'time', 'times')} today`,
    failed > 0 ? `${number(failed)} of them without an answer` : '',
    live || state.quota.perMs >= DAY ? `${number(left)} left of ${quotaText(state)}` : `at most ${quotaText(state)}`,
    answeredAt ? `last answer ${agoText(new Date(answeredAt), now)}` : 'no answer yet',
  ].filter((text) => text !== '');
  const rest = resting ? ' It failed too often and is left alone for a moment.' : '';
  const says: Phrase = [{ text: `${about}; ${facts.join(', ')}.${rest}` }];
  if (isFailing && fault) {
    says.push({ text: ` Last failure (${agoText(new Date(fault.at), now)}): ` }, { value: fault.text });
  }
  return { kind: 'service', name, trouble: isFailing || resting || (live && left === 0), says };
}

/** A quota of the day outlives the process that counts it. */
function leftOf({ quota, left, asked }: ServiceState): number {
  return quota.perMs >= DAY ? Math.max(0, Math.min(left, quota.calls - asked)) : left;
}

function quotaText({ quota: { calls, perMs } }: ServiceState): string {
  const period = perMs === MINUTE ? 'a minute' : perMs === DAY ? 'a day' : `in ${ageText(perMs)}`;
  return `${number(calls)} ${period}`;
}

const number = (value: number): string => value.toLocaleString('en-GB');
const count = (value: number, one: string, many: string): string => `${number(value)} ${value === 1 ? one : many}`;
const since = (at: Date, now: Date): number => now.getTime() - at.getTime();
const agoText = (at: Date, now: Date): string =>
  since(at, now) < MINUTE ? 'just now' : `${ageText(since(at, now))} ago`;

/** How long, in the unit that a person would take. */
export function ageText(ms: number): string {
  const age = Math.max(0, ms);
  if (age < HOUR) return `${Math.round(age / MINUTE)} min`;
  return age < 2 * DAY ? `${Math.round(age / HOUR)} h` : `${Math.round(age / DAY)} days`;
}
