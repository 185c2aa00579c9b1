/**
 * Works on up to `width` items at a time and hands the results on in the order of the items. Takes the next item only
 * when there is room, so that a source of any length costs no more memory than `width` items.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  try {
    for await (const item of items) {
      const result = work(item);
      // A failure is met when its turn comes; until then it must not count as unhandled.
      result.catch(() => {});
      running.push(result);
      if (running.length >= width) yield (await running.shift()) as Result;
    }
    while (running.length > 0) yield (await running.shift()) as Result;
  } finally {
    // Whoever stops early goes on to close what the work needs: not under its feet.
    await Promise.allSettled(running);
  }
}
