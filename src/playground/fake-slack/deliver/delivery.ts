import { setTimeout as sleep } from 'node:timers/promises';
import type { Json } from '../types.ts';
import { newId, now, type World } from '../world.ts';
import { postEvent, postInteraction, type Receiver } from './http.ts';
import { openSockets, type Sockets } from './socket.ts';

/** Why a delivery did not arrive, in the words of `x-slack-retry-reason`. */
export type Failure = 'http_timeout' | 'http_error' | 'connection_failed';

/** How the app acknowledged; an empty body is an empty object. */
export type Ack = { ok: true; body: Record<string, Json> } | { ok: false; error: Failure };

/** The way from the workspace to the app: HTTP when there is a request URL, else Socket Mode. */
export interface Delivery {
  sockets: Sockets;
  /** Sends an event, and again until it is acknowledged or Slack gives up. */
  event(event: Record<string, Json>): void;
  /** Sends an event that was already sent once more, under the same event id. */
  redeliver(ts?: string): Promise<void>;
  /** Sends a command or an interaction: once, since a person is waiting. */
  interact(kind: 'slash_commands' | 'interactive', payload: Record<string, Json>): Promise<Ack>;
  /** To be called when the request URL has changed. */
  wake(): void;
  settled(): Promise<void>;
  close(): void;
}

const SLACK_RETRIES_MS = [1000, 60_000, 300_000];
const SLACK_ACK_MS = 3000;
/** How many sent events are kept for `redeliver`. */
const KEPT = 5000;

export function openDelivery(world: World): Delivery {
  const { options } = world;
  const ackMs = options.ackMs ?? SLACK_ACK_MS;
  const delays = options.retryDelaysMs ?? SLACK_RETRIES_MS;
  const stop = new AbortController();
  const pending = new Set<Promise<unknown>>();
  const sleepers = new Set<() => void>();
  const sent: Record<string, Json>[] = [];

  const wake = () => {
    for (const sleeper of [...sleepers]) sleeper();
  };
  const sockets = openSockets(world, wake);
  const receiver = (): Receiver | undefined =>
    options.requestUrl
      ? { url: options.requestUrl, signingSecret: options.signingSecret, ackMs, stop: stop.signal }
      : undefined;

  const track = <T>(work: Promise<T>): Promise<T> => {
    pending.add(work);
    const done = () => pending.delete(work);
    work.then(done, done);
    return work;
  };

  /** Resolves when something is there to deliver to, or on close. */
  const reachable = async () => {
    while (!receiver() && sockets.count() === 0 && !stop.signal.aborted) {
      await new Promise<void>((resolve) => {
        const sleeper = () => {
          sleepers.delete(sleeper);
          resolve();
        };
        sleepers.add(sleeper);
      });
    }
  };

  /** One try. A Socket Mode line that breaks before the acknowledgement is no try: the event waits for the next line. */
  const attempt = async (payload: Record<string, Json>, num: number, reason: string): Promise<'acked' | Failure> => {
    for (;;) {
      await reachable();
      if (stop.signal.aborted) return 'connection_failed';
      const to = receiver();
      if (to) return postEvent(to, payload, num > 0 ? { num, reason } : undefined);
      const retry = {
        accepts_response_payload: false,
        retry_attempt: num,
        retry_reason: num > 0 ? reason.replace('http_', '') : '',
      };
      const outcome = await sockets.send('events_api', payload, retry, ackMs);
      if (outcome?.kind === 'acked' || outcome?.kind === 'http_timeout') return outcome.kind;
    }
  };

  const deliver = async (payload: Record<string, Json>, from = 0) => {
    let reason = from > 0 ? 'http_timeout' : '';
    for (let num = from; num <= delays.length; num++) {
      const outcome = await attempt(payload, num, reason);
      if (outcome === 'acked' || stop.signal.aborted) return;
      reason = outcome;
      await sleep(delays[num] ?? 0, undefined, { signal: stop.signal }).catch(() => {});
    }
  };

  return {
    sockets,
    wake,
    event(event) {
      const payload: Record<string, Json> = {
        token: 'verification-token-of-old',
        team_id: options.team.id,
        api_app_id: options.bot.appId,
        event,
        type: 'event_callback',
        event_id: newId('Ev'),
        event_time: Math.floor(now(world) / 1000),
        authorizations: [
          {
            enterprise_id: null,
            team_id: options.team.id,
            user_id: options.bot.userId,
            is_bot: true,
            is_enterprise_install: false,
          },
        ],
        is_ext_shared_channel: false,
      };
      sent.push(payload);
      if (sent.length > KEPT) sent.shift();
      track(deliver(payload));
    },
    async redeliver(ts) {
      const wanted = ts === undefined ? sent.at(-1) : sent.find(({ event }) => (event as { ts?: string }).ts === ts);
      if (!wanted) throw new Error(ts === undefined ? 'no event was sent yet' : `no event was sent of the post ${ts}`);
      await track(deliver(wanted, 1));
    },
    async interact(kind, payload) {
      const to = receiver();
      if (to) return track(postInteraction(to, kind, payload));
      const sending = sockets.send(kind, payload, { accepts_response_payload: true }, ackMs);
      if (!sending) return { ok: false, error: 'connection_failed' };
      const outcome = await track(sending);
      if (outcome.kind === 'acked') return { ok: true, body: outcome.body };
      return { ok: false, error: outcome.kind === 'closed' ? 'connection_failed' : outcome.kind };
    },
    async settled() {
      while (pending.size > 0) await Promise.allSettled(pending);
    },
    close() {
      stop.abort();
      sockets.close();
      wake();
    },
  };
}
