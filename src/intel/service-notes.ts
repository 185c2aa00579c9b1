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

/** Longer than a day, so that "last answered" survives a quiet night. */
const KEPT = 7 * DAY;

/**
 * Notes in a cache: the bot's survive a restart, and the command line sees them. Two processes that note at the same moment
 * may lose a count, and a cache out of reach loses them all: they are for people, no quota rests on them.
 */
export function openServiceNotes(cache: Keyv, now: () => Date): ServiceNotes {
  const writing = new Map<string, Promise<void>>();

  const read = async (service: string): Promise<ServiceNote> => {
    const day = now().toISOString().slice(0, 10);
    const kept = await cache.get<ServiceNote>(service).catch(() => undefined);
    return kept?.day === day ? kept : { ...kept, day, asked: 0, failed: 0 };
  };
  // One after the other: two questions that end together must both count.
  const note = (service: string, change: (before: ServiceNote) => ServiceNote): void => {
    const write = async (): Promise<void> => {
      await writing.get(service);
      await cache.set(service, change(await read(service)), KEPT);
    };
    writing.set(
      service,
      write().catch(() => {}),
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
