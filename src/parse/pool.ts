import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { Evidence, Gap, Specimen } from '../model.ts';
import { blamed, mergeEvidence } from './read.ts';

export interface Reader {
  /** Specimens → evidence. Never rejects for what a specimen holds: that becomes a gap. */
  read(specimens: Specimen[]): Promise<Evidence>;
  close(): Promise<void>;
}

/** Bytes of one specimen, its attachments included: buffers live outside of the heap limit, so this is what holds them. */
export const MAX_BYTES = 25 * 1024 * 1024;
export const MAX_SPECIMENS = 20;
const HEAP_MB = 512;
/** Larger, and each thread keeps tens of megabytes of garbage to save a hundredth of its time. */
const YOUNG_MB = 12;

/** What a thread is handed: one specimen, or several small ones. */
export interface Task {
  specimen: Specimen;
  prefix: string;
}

interface Waiting extends Task {
  /** What it was read with was given up: by itself it shows which of them it was. */
  alone: boolean;
  done(evidence: Evidence): void;
}

/**
 * Where many wait, so many small ones go to a thread at once: handing one over costs a millisecond or two when all cores
 * are busy, as much as half of reading it.
 */
const TOGETHER = 6;
const SMALL = 64 * 1024;
/** Several together are done in a twentieth of this; else each is read by itself, with a deadline of its own. */
const TOGETHER_MS = 1_500;

/**
 * Opens the pool in which hostile bytes are read. A specimen that hangs or eats the heap costs its own thread and
 * becomes a blinding gap; its neighbours are unharmed. `deadlineMs` counts from the moment that a thread is free for
 * it: a busy pool must not turn into "could not check". `worker` is for tests that need a thread which misbehaves.
 */
export function openReader(options: { threads?: number; deadlineMs?: number; worker?: URL } = {}): Reader {
  const threads = options.threads ?? availableParallelism();
  const deadlineMs = options.deadlineMs ?? 10_000;
  const pool = new Piscina<Task[], Evidence[]>({
    filename: (options.worker ?? new URL('./worker.ts', import.meta.url)).href,
    // All of them from the start: a thread that loads its modules in the middle of a burst keeps everybody waiting.
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting: Waiting[] = [];
  let free = threads;

  function readOne(specimen: Specimen, prefix: string): Promise<Evidence> {
    if (sizeOf(specimen) > MAX_BYTES) {
      return Promise.resolve(onlyGap({ ...blamed(specimen), why: 'too-large', blinding: true }));
    }
    return new Promise((done) => {
      waiting.push({ specimen, prefix, alone: false, done });
      handOut();
    });
  }

  function handOut(): void {
    while (free > 0) {
      const taken = takeNext(waiting, Math.ceil(waiting.length / threads));
      if (taken.length === 0) return;
      free -= 1;
      run(taken).finally(() => {
        free += 1;
        handOut();
      });
    }
  }

  async function run(taken: Waiting[]): Promise<void> {
    const tasks = taken.map(({ specimen, prefix }) => ({ specimen, prefix }));
    const [first] = taken as [Waiting];
    const isAlone = taken.length === 1;
    const signal = AbortSignal.timeout(isAlone ? deadlineMs : Math.min(deadlineMs, TOGETHER_MS));
    try {
      const read = await pool.run(tasks, { signal });
      for (const [at, { done }] of taken.entries()) done(read[at] as Evidence);
    } catch {
      if (isAlone) {
        const why = signal.aborted ? 'timeout' : 'error';
        first.done(onlyGap({ ...blamed(first.specimen), why, blinding: true }));
      } else {
        waiting.unshift(...taken.map((one) => ({ ...one, alone: true })));
      }
    }
  }

  return {
    async read(specimens) {
      const taken = specimens.slice(0, MAX_SPECIMENS);
      const parts = await Promise.all(taken.map((specimen, at) => readOne(specimen, `s${at + 1}`)));
      if (specimens.length > MAX_SPECIMENS) parts.push(onlyGap({ what: 'report', why: 'too-many', blinding: true }));
      return mergeEvidence(parts);
    },
    // Tasks that run are let finish, each within its deadline: tearing a thread down under a task can end the process.
    close: () => pool.close(),
  };
}

/** Takes the first off the line, and small ones behind it up to a thread's share. */
function takeNext(waiting: Waiting[], share: number): Waiting[] {
  const taken = waiting.splice(0, 1);
  const isShared = ({ specimen, alone }: Waiting): boolean => !alone && sizeOf(specimen) <= SMALL;
  if (!taken.every(isShared)) return taken;
  while (taken.length < Math.min(share, TOGETHER) && waiting[0] && isShared(waiting[0])) {
    taken.push(waiting.shift() as Waiting);
  }
  return taken;
}

function sizeOf(specimen: Specimen): number {
  switch (specimen.kind) {
    case 'mail':
    case 'file':
      return specimen.bytes.length;
    case 'slack-mail': {
      const files = specimen.mail.attachments.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
      return files + (specimen.html?.length ?? 0) + (specimen.mail.plainText?.length ?? 0);
    }
    case 'text':
      return specimen.text.length;
    case 'link':
      return specimen.url.length;
  }
}

function onlyGap(gap: Gap): Evidence {
  return { messages: [], links: [], attachments: [], observables: [], gaps: [gap] };
}
