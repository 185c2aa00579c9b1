import verifyInWorker, { type Task } from '../../src/intel/authentication-worker.ts';

/** A thread of our own look that does what the subject of a mail says, as a hostile mail might make it. */
export default function misbehave(task: Task): ReturnType<typeof verifyInWorker> {
  const text = Buffer.from(task.bytes).toString();
  if (text.includes('Subject: hangs')) for (;;);
  if (text.includes('Subject: throws')) throw new TypeError('a fault of ours');
  if (text.includes('Subject: ends its thread')) process.exit(1);
  return verifyInWorker(task);
}
