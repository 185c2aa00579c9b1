/** What was tried, how it went, and how to mend it. */
export interface Diagnosis {
  /** The variable, channel, list or service. */
  what: string;
  state: 'ok' | 'warn' | 'fail';
  says: string;
  mend?: string;
}

export const ok = (what: string, says: string): Diagnosis => ({ what, state: 'ok', says });
export const warn = (what: string, says: string, mend?: string): Diagnosis => ({
  what,
  state: 'warn',
  says,
  ...(mend && { mend }),
});
export const fail = (what: string, says: string, mend: string): Diagnosis => ({ what, state: 'fail', says, mend });
