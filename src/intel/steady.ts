import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { type Provider, type Reply, ServiceError } from './provider.ts';

/** Asks one provider, politely: within its quota, few at a time, not while it rests. Rejects with `ServiceError`. */
export interface Ask {
  (value: string): Promise<Reply>;
  /** How many questions its quota leaves for now. */
  left(): number;
  /** It failed too often and is left alone for the moment. */
  resting(): boolean;
}

export interface Manners {
  /** How long one call may take. */
  callMs: number;
  /** How long a service that failed five times in a row is left alone. */
  restMs: number;
  now: () => Date;
}

const AT_ONCE = 4;
const WAITING = 50;
const FAILURES = 5;

/** A service in trouble must cost each report nothing but its line in "not looked at". */
export function steady(provider: Provider, { callMs, restMs, now }: Manners): Ask {
  const faulty = handleWhen((error) => error instanceof ServiceError || error instanceof TaskCancelledError);
  // Worth a second try within the budget: a line that dropped. A quota or a key is no better a moment later.
  const passing = handleWhen((error) => error instanceof ServiceError && error.why === 'down');
  const breaker = circuitBreaker(faulty, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(FAILURES) });
  const policy = wrap(
    bulkhead(AT_ONCE, WAITING),
    retry(passing, { maxAttempts: 1, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 200 }) }),
    breaker,
    timeout(callMs, TimeoutStrategy.Aggressive),
  );
  const quota = openQuota(provider.quota, now);
  const ask = async (value: string): Promise<Reply> => {
    try {
      return await policy.execute(async (context) => {
        if (!quota.spend()) throw new OverQuotaError('its quota is used up for now');
        return provider.ask(value, context.signal);
      });
    } catch (error) {
      throw asServiceError(error);
    }
  };
  return Object.assign(ask, { left: quota.left, resting: () => breaker.state === CircuitState.Open });
}

/** Not asked at all, so that nothing left. */
export class NotAskedError extends ServiceError {
  override name = 'NotAskedError';
}

/** Ours, before the service has to say so: not the service's fault, so it does not count towards its rest. */
class OverQuotaError extends Error {}

function asServiceError(error: unknown): unknown {
  if (error instanceof OverQuotaError) return new NotAskedError('quota', error.message);
  if (error instanceof BrokenCircuitError) return new NotAskedError('down', 'it failed too often and is left alone');
  if (error instanceof BulkheadRejectedError) return new NotAskedError('quota', 'too many questions at once');
  if (error instanceof TaskCancelledError) return new ServiceError('timeout', 'it took too long');
  return error;
}

/** So many calls in any stretch of so many milliseconds. */
function openQuota({ calls, perMs }: Provider['quota'], now: () => Date): { spend(): boolean; left(): number } {
  const spent: number[] = [];
  const forget = (time: number): void => {
    while (spent.length > 0 && (spent[0] ?? 0) <= time - perMs) spent.shift();
  };
  return {
    spend() {
      const time = now().getTime();
      forget(time);
      if (spent.length >= calls) return false;
      spent.push(time);
      return true;
    },
    left() {
      forget(now().getTime());
      return calls - spent.length;
    },
  };
}
