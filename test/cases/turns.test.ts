import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openTurns } from '../../src/cases/turns.ts';

/** A piece of work that is done when told so. */
function work(log: string[], name: string): { run: () => Promise<void>; done: () => void } {
  let done = (): void => {};
  const finished = new Promise<void>((resolve) => {
    done = resolve;
  });
  const run = async (): Promise<void> => {
    log.push(name);
    await finished;
  };
  return { run, done };
}

describe('turns', () => {
  it('let every first word go before the first long work', async () => {
    const log: string[] = [];
    const turns = openTurns(2);
    const thanks = [work(log, 'thanks 1'), work(log, 'thanks 2')];
    const firsts = thanks.map(({ run }) => turns.first(run));
    const long = turns.afterwards(async () => void log.push('read'));
    await sleep(5);
    expect(log).toEqual(['thanks 1', 'thanks 2']);
    thanks[0]?.done();
    await sleep(5);
    expect(log).not.toContain('read');
    thanks[1]?.done();
    await Promise.all([...firsts, long]);
    expect(log.at(-1)).toBe('read');
  });

  it('read no more at once than there is room for', async () => {
    const log: string[] = [];
    const turns = openTurns(2);
    const all = ['a', 'b', 'c'].map((name) => work(log, name));
    const running = all.map(({ run }) => turns.afterwards(run));
    await sleep(5);
    expect(log).toEqual(['a', 'b']);
    all[0]?.done();
    await sleep(5);
    expect(log).toEqual(['a', 'b', 'c']);
    for (const { done } of all) done();
    await Promise.all(running);
  });

  it('wait no longer than patience lasts, when first words hang', async () => {
    const log: string[] = [];
    const turns = openTurns(1, 10);
    const hanging = work(log, 'thanks');
    const first = turns.first(hanging.run);
    await turns.afterwards(async () => void log.push('read'));
    expect(log).toEqual(['thanks', 'read']);
    hanging.done();
    await first;
  });

  it('give the place back when work fails', async () => {
    const turns = openTurns(1);
    await expect(turns.afterwards(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.first(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turns.afterwards(async () => 'yes')).resolves.toBe('yes');
  });
});
