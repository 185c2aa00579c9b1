import { isKnown, type Provider, ServiceError } from './provider.ts';

/** Makes a service's one harmless call, past quota and cache. Resolves with how it stands; rejects with `ServiceError`. */
export async function tryService({ trial, ask }: Provider, signal: AbortSignal): Promise<string> {
  if ('call' in trial) return trial.call(signal);
  const reply = await ask(trial.ask, signal);
  if (trial.known && !isKnown(reply)) {
    throw new ServiceError('rubbish', 'it does not know its own test entry');
  }
  return trial.known ? `it knows its test entry (${reply.answer})` : 'it answers';
}
