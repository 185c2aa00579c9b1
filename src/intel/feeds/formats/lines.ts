/** Longer lines are no list's: they are passed over, and count as unreadable. */
const MAX_LINE = 16_384;

/** Bytes → lines, a chunk's worth at a time. `undefined` stands for a line that was too long. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<(string | undefined)[]> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let skipping = false;
  for await (const chunk of bytes) {
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split(/\r\n|\n|\r(?=.)/s);
    rest = pieces.pop() ?? '';
    const lines: (string | undefined)[] = [];
    for (const piece of pieces) {
      if (skipping) skipping = false;
      else lines.push(piece.length > MAX_LINE ? undefined : piece);
    }
    if (rest.length > MAX_LINE) {
      if (!skipping) lines.push(undefined);
      skipping = true;
      rest = '';
    }
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (rest !== '' && !skipping) yield [rest.replace(/\r$/, '')];
}
