/**
 * To be imported before anything else by a process that lives for a second: one thread reads as well as many, and starts
 * sooner.
 */
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';

os.availableParallelism = () => 1;
syncBuiltinESMExports();
