import type { Evidence } from '../model.ts';
import type { Task } from './pool.ts';
import { readSpecimen } from './read.ts';

/** What runs in a thread of the pool: a specimen, or a few small ones after one another. */
export default async function readInWorker(tasks: Task[]): Promise<Evidence[]> {
  const read: Evidence[] = [];
  for (const { specimen, prefix } of tasks) read.push(await readSpecimen(specimen, prefix));
  return read;
}
