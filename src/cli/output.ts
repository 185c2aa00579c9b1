import { once } from 'node:events';

/** Standard output that waits when its reader is slow, and notices when the reader has gone (`| head`). */
export function openOutput(stream: NodeJS.WriteStream = process.stdout) {
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone = true;
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    /** Writes a line. False when nobody reads any more. */
    async line(text: string): Promise<boolean> {
      if (gone) return false;
      if (!stream.write(`${text}\n`))
        await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {});
      return !gone;
    },
  };
}
