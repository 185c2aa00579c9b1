import { setTimeout as sleep } from 'node:timers/promises';
import { reasonOf } from '../errors.ts';
import type { Job } from '../store/stores.ts';
import type { House } from './house.ts';
import { WORK } from './work.ts';

export interface RunnerOptions {
  /** Jobs at once. They mostly wait for Slack; how many are read at the same time is for `turns.ts` to say. */
  parallel?: number;
  /** How long a job is ours without a sign of life. */
  leaseMs?: number;
  /** How often to look without being woken: for retries that fall due and leases that ran out. */
  pollMs?: number;
  /** How long a graceful stop waits for running jobs before it leaves them to their leases. */
  graceMs?: number;
}

export interface Runner {
  /** Look for work now. */
  wake(): void;
  /** Takes nothing new, finishes what runs, hands back what does not finish in time. */
  stop(): Promise<void>;
}

/** About ten hours of tries at the longest pause: Slack's outages are shorter. */
const MAX_ATTEMPTS = 130;
const LONGEST_PAUSE_MS = 300_000;

/** The queue's hands: claims jobs, runs them, keeps their leases alive, puts failed ones back with growing pauses. */
export function startRunner(house: House, options: RunnerOptions = {}): Runner {
  const { parallel = 128, leaseMs = 30_000, pollMs = 1_000, graceMs = 10_000 } = options;
  const running = new Map<number, { job: Job; done: Promise<void> }>();
  let stopping = false;
  let looking = false;
  let lookAgain = false;
  let looked = Promise.resolve();

  async function claimAll(): Promise<void> {
    looking = true;
    try {
      do {
        lookAgain = false;
        const free = parallel - running.size;
        if (stopping || free <= 0) break;
        for (const job of await house.stores.jobs.claim(free, leaseMs)) {
          lookAgain = true;
          // The machine slept for longer than the lease. The run that was cut short goes on, and ends the job.
          if (running.has(job.id)) continue;
          if (stopping) await house.stores.jobs.release(job);
          else start(job);
        }
      } while (lookAgain);
    } catch (error) {
      house.log.error({ reason: reasonOf(error) }, 'the queue could not be read');
    } finally {
      looking = false;
    }
  }

  function start(job: Job): void {
    const done = runJob(house, job, leaseMs).finally(() => {
      running.delete(job.id);
      look();
    });
    running.set(job.id, { job, done });
  }

  function look(): void {
    if (looking) lookAgain = true;
    else looked = claimAll();
  }

  const timer = setInterval(look, pollMs);
  look();
  return {
    wake: look,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await looked;
      const all = Promise.all([...running.values()].map(({ done }) => done));
      await Promise.race([all, sleep(graceMs, undefined, { ref: false })]);
      for (const { job } of running.values()) await house.stores.jobs.release(job);
    },
  };
}

/** Never rejects: what goes wrong sends the job back. */
async function runJob(house: House, job: Job, leaseMs: number): Promise<void> {
  const { jobs } = house.stores;
  const heartbeat = setInterval(() => void jobs.extend(job, leaseMs).catch(() => {}), leaseMs / 3);
  try {
    if (job.attempt > MAX_ATTEMPTS) throw new Error('tried too often: it may be what kills the process');
    await WORK[job.kind](house, job);
    await jobs.done(job);
  } catch (error) {
    const pause = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** Math.min(job.attempt - 1, 10));
    const fields = { job: job.kind, key: job.key, attempt: job.attempt, reason: reasonOf(error) };
    try {
      const outcome = await jobs.fail(job, reasonOf(error), pause, MAX_ATTEMPTS);
      if (outcome === 'dead') house.log.error(fields, 'job given up');
      else if (outcome === 'lost') house.log.warn(fields, 'job failed, and another worker has it by now');
      else house.log.warn({ ...fields, pauseMs: pause }, 'job failed, will be tried again');
    } catch (storeError) {
      house.log.error(
        { ...fields, store: reasonOf(storeError) },
        'job failed, and so did the store; its lease will run out',
      );
    }
  } finally {
    clearInterval(heartbeat);
  }
}
