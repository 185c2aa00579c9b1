import type { Keyv } from 'keyv';
import { reasonOf } from '../errors.ts';
import { DAY } from './provider.ts';

/** What is remembered of a service beside its answers: for people who want to know how it stands. */
export interface ServiceNote {
  /** The day that the counts are of, in UTC. */
  day: string;
  /** Questions that left, answered or not. */
  asked: number;
  failed: number;
  answeredAt?: string;
  /** The last failure. Holds no key and nothing that was asked. */
  fault?: { at: string; text: string };
}

export interface ServiceNotes {
  answered(service: string): void;
  failed(service: string, error: unknown): void;
  of(service: string): Promise<ServiceNote>;
}

type Change = (before: ServiceNote) => ServiceNote;

/** Longer than a day, so that "last answered" survives a quiet night. */
const KEPT = 7 * DAY;

/**
 * Notes in a cache: the bot's survive a restart, and the command line sees them. Two processes that note at the same moment
 * may lose a count, and a cache out of reach loses them all: they are for people, no quota rests on them.
 */
export function openServiceNotes(cache: Keyv, now: () => Date): ServiceNotes {
  const waiting = new Map<string, Change[]>();
  const writing = new Map<string, Promise<void>>();

  const read = async (service: string): Promise<ServiceNote> => {
    const day = now().toISOString().slice(0, 10);
    const kept = await cache.get<ServiceNote>(service).catch(() => undefined);
    return kept?.day === day ? kept : { ...kept, day, asked: 0, failed: 0 };
  };
  /** Takes what has gathered meanwhile in one write: a report asks several things at the same moment. */
  const write = async (service: string, changes: Change[]): Promise<void> => {
    while (changes.length > 0) {
      const before = await read(service);
      const after = changes.splice(0).reduce((known, change) => change(known), before);
      await cache.set(service, after, KEPT).catch(() => {});
    }
  };
  const note = (service: string, change: Change): void => {
    const changes = waiting.get(service) ?? [];
    waiting.set(service, changes);
    changes.push(change);
    if (writing.has(service)) return;
    writing.set(
      service,
      write(service, changes).finally(() => writing.delete(service)),
    );
  };

  return {
    answered: (service) =>
      note(service, (before) => ({ ...before, asked: before.asked + 1, answeredAt: now().toISOString() })),
    failed: (service, error) => {
      const text = error instanceof Error ? error.message : reasonOf(error);
      note(service, (before) => ({
        ...before,
        asked: before.asked + 1,
        failed: before.failed + 1,
        fault: { at: now().toISOString(), text: text.slice(0, 200) },
      }));
    },
    async of(service) {
      await writing.get(service);
      return read(service);
    },
  };
}
