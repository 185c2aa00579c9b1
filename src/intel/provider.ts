import type { Certificate, Opinion, Registration } from '../model.ts';
import type { Askable } from './askable.ts';

/** A service that can be asked about observables. One file each in `providers/`. */
export interface Provider {
  /** As people know it. It stands in findings, gaps and receipts. */
  name: string;
  /** What it can be asked about, in words for a table: `links, hosts`. */
  about: string;
  /** Tells of `harm`, or only how old a thing is. */
  tells: 'harm' | 'age';
  /** Picks what it is asked out of what may leave; nothing when it has no word on things of this kind. */
  takes(askable: Askable): string | undefined;
  /** How an analyst sees what left; without it, the value itself. */
  shows?(value: string): string;
  /**
   * Asks. A reply without an answer means that the service knows nothing of it. Rejects with `ServiceError` when the
   * service is broken or refuses; whatever else it throws is a fault of ours.
   */
  ask(value: string, signal: AbortSignal): Promise<Reply>;
  /** How long answers stay good, in milliseconds, by the service's own terms; a reply may say otherwise. */
  keepMs: { known: number; unknown: number };
  /** Its quota: so many calls in so many milliseconds. */
  quota: { calls: number; perMs: number };
  trial: Trial;
}

/**
 * One harmless call by which `lurecheck doctor` finds out whether the service answers us: a question about something that
 * is nobody's (with `known` where it must know that, or something else answers in its place), or a call of its own that
 * says how we stand with it, in words.
 */
type Trial = { ask: string; known?: true } | { call(signal: AbortSignal): Promise<string> };

/** SHA-256 of the EICAR test file, which every scanner knows and which does nothing. */
export const EICAR = '275a021bbfb6489e54d471899f7d9d1663fc695ec2fe2a2c4538aabf651fd0f';

export interface Reply {
  opinion?: Omit<Opinion, 'provider'>;
  registration?: Omit<Registration, 'daysOld'>;
  certificate?: Omit<Certificate, 'daysOld'>;
  /** For the receipt: what it answered, in short. */
  answer: string;
  keepMs?: number;
}

/** Whether the service knows anything of what it was asked. */
export function isKnown({ opinion, registration, certificate }: Reply): boolean {
  return opinion !== undefined || registration !== undefined || certificate !== undefined;
}

/** Nothing is known of it. */
export const UNKNOWN: Reply = { answer: 'not known' };

/** The service gave no usable answer. The message holds no key and nothing that was asked. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  readonly why: 'down' | 'quota' | 'refused' | 'rubbish' | 'timeout';
  constructor(why: ServiceError['why'], message: string) {
    super(message);
    this.why = why;
  }
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Words of others for people to read: one line, no control or direction characters, not long. */
export function short(text: string, limit = 80): string {
  const line = text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim();
  return line.length > limit ? `${line.slice(0, limit - 1)}…` : line;
}
