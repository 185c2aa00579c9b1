/** `npm run bench`: prints how fast lurecheck is, and exits with 1 when a figure is above its ceiling. */
import { benchLatency } from './latency.ts';
import { benchParseAndChecks } from './parse-and-checks.ts';

const held = [await benchParseAndChecks(), await benchLatency()];
process.exitCode = held.every(Boolean) ? 0 : 1;
