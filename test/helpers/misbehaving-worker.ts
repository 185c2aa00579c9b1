import type { Evidence } from '../../src/model.ts';
import type { Task } from '../../src/parse/pool.ts';
import { readSpecimen } from '../../src/parse/read.ts';

/** A thread of the reading pool that does what the subject of a mail says, as a hostile mail might make it. */
export default async function misbehave(tasks: Task[]): Promise<Evidence[]> {
  const read: Evidence[] = [];
  for (const { specimen, prefix } of tasks) {
    const text = specimen.kind === 'mail' ? Buffer.from(specimen.bytes).toString() : '';
    if (text.includes('Subject: hangs')) for (;;);
    if (text.includes('Subject: eats the heap'))
      for (const eaten: unknown[] = []; ; ) eaten.push(new Array(10_000).fill(0.5));
    if (text.includes('Subject: ends its thread')) process.exit(1);
    read.push(await readSpecimen(specimen, prefix));
  }
  return read;
}
