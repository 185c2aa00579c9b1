import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { faultOf, type Input, linkOf } from './inputs.ts';

/**
 * The links of a list, one a line (`-`: of standard input), as they come: a list of any length is never in memory as a
 * whole. Each is an input by itself, judged by its address alone. Empty lines and lines that begin with # are no links.
 */
export async function* urlsOf(path: string): AsyncGenerator<Input> {
  const lines = createInterface({
    input: path === '-' ? process.stdin : createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  try {
    for await (const line of lines) {
      const input = line.trim();
      if (input !== '' && !input.startsWith('#')) yield { input, listed: true, load: async () => linkOf(input) };
    }
  } catch (error) {
    yield { input: path, listed: false, load: async () => faultOf(path, error) };
  }
}
