import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';

/** How long a stop waits for listeners that are storing something. */
const DRAIN_MS = 5_000;

/**
 * Acknowledges events only after the listeners are done.
 *
 * Bolt acknowledges an event before its listener runs: a process that dies in between has told Slack that it has the
 * report, and has it nowhere. Here the acknowledgement waits until the listeners, whose first act is to store what
 * arrived, have returned; when they throw, Slack is told of a failure (HTTP 500, or no answer on the socket) and delivers
 * again. The store knows an event by its id, so a delivery too many does no harm. Bolt's own `processBeforeResponse` would
 * do the same for HTTP, but it also holds back the answers to commands and buttons, and Socket Mode has nothing like it.
 *
 * The other half is `stop`: Bolt's does not wait for listeners that are still at work.
 */
export function ackAfterListeners(inner: Receiver): Receiver {
  const working = new Set<Promise<void>>();
  return {
    init(app) {
      const processEvent = (event: ReceiverEvent): Promise<void> => {
        const work = isEvent(event) ? handOver(app, event) : app.processEvent(event);
        working.add(work);
        const done = (): boolean => working.delete(work);
        work.then(done, done);
        return work;
      };
      // Receivers use nothing else of the app.
      inner.init({ processEvent } as App);
    },
    start: (...args) => inner.start(...args),
    async stop(...args) {
      const quiet = AbortSignal.timeout(DRAIN_MS);
      const drained = async (): Promise<void> => {
        while (working.size > 0 && !quiet.aborted) await Promise.allSettled(working);
      };
      await Promise.race([Promise.all([inner.stop(...args), drained()]), sleep(DRAIN_MS, undefined, { ref: false })]);
    },
  };
}

const isEvent = ({ body }: ReceiverEvent): boolean => body.type === 'event_callback';

async function handOver(app: App, event: ReceiverEvent): Promise<void> {
  let acknowledged = false;
  const ack = async (): Promise<void> => {
    acknowledged = true;
  };
  await app.processEvent({ ...event, ack });
  if (acknowledged) await event.ack();
}
