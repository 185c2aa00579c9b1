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

/**
 * Opens the pool in which hostile bytes are read. A specimen that hangs or eats the heap costs its own thread and
 * becomes a blinding gap; its neighbours are unharmed. `deadlineMs` counts from the moment that a thread is free for
 * it: a busy pool must not turn into "could not check". `worker` is for tests that need a thread which misbehaves.
 */
export function openReader(options: { threads?: number; deadlineMs?: number; worker?: URL } = {}): Reader {
  const threads = options.threads ?? availableParallelism();
  const deadlineMs = options.deadlineMs ?? 10_000;
  const pool = new Piscina<{ specimen: Specimen; prefix: string }, Evidence>({
    filename: (options.worker ?? new URL('./worker.ts', import.meta.url)).href,
    // All of them from the start: a thread that loads its modules in the middle of a burst keeps everybody waiting.
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const gate = openGate(threads);

  async function readOne(specimen: Specimen, prefix: string): Promise<Evidence> {
    if (sizeOf(specimen) > MAX_BYTES) return onlyGap({ ...blamed(specimen), why: 'too-large', blinding: true });
    const leave = await gate();
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      return await pool.run({ specimen, prefix }, { signal });
    } catch {
      return onlyGap({ ...blamed(specimen), why: signal.aborted ? 'timeout' : 'error', blinding: true });
    } finally {
      leave();
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

/** Lets as many through as there are threads, in order, so that the deadline does not run while a task waits. */
function openGate(width: number): () => Promise<() => void> {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  };
  return async () => {
    if (inside < width) inside += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    return leave;
  };
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
