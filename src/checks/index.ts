// Written by `npm run new-check`. Do not edit: add a file and run it again.
import type { Check } from './check.ts';

/** Every check, by group and name. */
export const CHECKS: readonly Check[] = [];
