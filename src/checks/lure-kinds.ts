import type { LureHit } from './check.ts';

/** The message wants somebody to log in, or says that an account is in trouble. */
export function asksForAccess({ theme }: LureHit): boolean {
  return theme === 'credential' || theme === 'account-problem';
}
