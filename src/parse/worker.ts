import type { Evidence, Specimen } from '../model.ts';
import { readSpecimen } from './read.ts';

/** What runs in a thread of the pool: one specimen a task. */
export default function readInWorker(task: { specimen: Specimen; prefix: string }): Promise<Evidence> {
  return readSpecimen(task.specimen, task.prefix);
}
