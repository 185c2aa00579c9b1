import { describe, expect, it } from 'vitest';
import { openOrder } from '../../src/slack/in-order.ts';

describe('edits of one post', () => {
  it('go one after the other, and never back', async () => {
    const inOrder = openOrder();
    const shown: number[] = [];
    const slow = (seq: number, ms: number) => () =>
      new Promise<void>((resolve) => setTimeout(() => resolve(void shown.push(seq)), ms));
    await Promise.all([
      inOrder('p', 1, slow(1, 20)),
      inOrder('p', 3, slow(3, 1)),
      inOrder('p', 2, slow(2, 1)),
      inOrder('q', 1, slow(9, 5)),
    ]);
    expect(shown).toEqual([9, 1, 3]);
  });

  it('that failed are not taken for done', async () => {
    const inOrder = openOrder();
    const failing = inOrder('p', 3, () => Promise.reject(new Error('slack is ill')));
    const older = inOrder('p', 2, async () => 'older');
    await expect(failing).rejects.toThrow();
    await expect(older).rejects.toThrow();
    expect(await inOrder('p', 2, async () => 'tried again')).toBe('tried again');
  });

  it('may show the same state again', async () => {
    const inOrder = openOrder();
    await inOrder('p', 2, async () => 'a');
    expect(await inOrder('p', 2, async () => 'b')).toBe('b');
  });
});
