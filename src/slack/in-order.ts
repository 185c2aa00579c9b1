/** Posts whose edits are remembered: enough for all that move at the same time. */
const REMEMBERED = 2_000;

/**
 * Edits of one post one after the other, and never back to an older state: two jobs that read the case at different
 * moments may reach Slack in the other order, and the older picture would stand for good.
 */
export function openOrder(): <T>(post: string, seq: number, edit: () => Promise<T>) => Promise<T | undefined> {
  const last = new Map<string, { seq: number; done: Promise<unknown> }>();
  return async (post, seq, edit) => {
    const before = last.get(post);
    if (before && before.seq > seq) {
      // The newer picture may still fail: then this job fails with it, and the retry of either shows the newest.
      await before.done;
      return undefined;
    }
    const done = (before?.done ?? Promise.resolve()).catch(() => {}).then(edit);
    const entry = { seq, done };
    last.delete(post);
    last.set(post, entry);
    if (last.size > REMEMBERED) last.delete(last.keys().next().value as string);
    try {
      return await done;
    } catch (error) {
      if (last.get(post) === entry) last.delete(post);
      throw error;
    }
  };
}
