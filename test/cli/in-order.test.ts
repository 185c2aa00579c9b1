import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/cli/in-order.ts';

async function* numbers(count: number, taken: number[] = []): AsyncGenerator<number> {
  for (let number = 0; number < count; number += 1) {
    taken.push(number);
    yield number;
  }
}

describe('working through a long list', () => {
  it('hands results on in the order of the list, whichever is ready first', async () => {
    const results: number[] = [];
    for await (const result of inOrder(numbers(6), 3, async (number) => {
      await sleep(number % 3 === 0 ? 20 : 1);
      return number;
    })) {
      results.push(result);
    }
    expect(results).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('works on as many as it may at once, and takes no more', async () => {
    let running = 0;
    let most = 0;
    const taken: number[] = [];
    let handed = 0;
    for await (const _ of inOrder(numbers(20, taken), 4, async () => {
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
    })) {
      handed += 1;
      expect(taken.length - handed).toBeLessThanOrEqual(4);
    }
    expect(handed).toBe(20);
    expect(most).toBe(4);
  });

  it('fails when its turn comes, after the results before it', async () => {
    const results: number[] = [];
    const work = async (number: number): Promise<number> => {
      if (number === 2) throw new Error('broken');
      await sleep(5);
      return number;
    };
    await expect(async () => {
      for await (const result of inOrder(numbers(5), 5, work)) results.push(result);
    }).rejects.toThrow('broken');
    expect(results).toEqual([0, 1]);
  });

  it('lets what is under way finish when nobody wants more results', async () => {
    let finished = 0;
    for await (const _ of inOrder(numbers(20), 4, async () => {
      await sleep(5);
      finished += 1;
    })) {
      break;
    }
    expect(finished).toBe(4);
  });
});
