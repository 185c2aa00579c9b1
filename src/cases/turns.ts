/** Who goes first when many reports come at once. */
export interface Turns {
  /** Runs at once: the word of thanks that a person is waiting for. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Runs when a place is free and nobody is waiting for a first word, but never later than `patienceMs`. */
  afterwards<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Fifty reports at once must all be thanked before the first is read, or the last reporter stares at nothing for
 * seconds. `width` is how many are read and answered at the same time; more would only take turns on the processor.
 * Patience bounds the wait: when Slack slows our posts down, the reading goes on.
 */
export function openTurns(width: number, patienceMs = 1_000): Turns {
  const waiting: { go: () => void; patient: boolean }[] = [];
  let firsts = 0;
  let inside = 0;

  const look = (): void => {
    while (inside < width) {
      const next = waiting.findIndex(({ patient }) => firsts === 0 || !patient);
      if (next < 0) return;
      inside += 1;
      waiting.splice(next, 1)[0]?.go();
    }
  };

  return {
    async first(work) {
      firsts += 1;
      try {
        return await work();
      } finally {
        firsts -= 1;
        look();
      }
    },
    async afterwards(work) {
      const entry = { go: (): void => {}, patient: true };
      const timer = setTimeout(() => {
        entry.patient = false;
        look();
      }, patienceMs);
      await new Promise<void>((go) => {
        entry.go = go;
        waiting.push(entry);
        look();
      });
      clearTimeout(timer);
      try {
        return await work();
      } finally {
        inside -= 1;
        look();
      }
    },
  };
}
