import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { inOrder } from '../cli/in-order.ts';
import { specimenOf } from '../cli/inputs.ts';
import type { Evidence } from '../model.ts';
import { openReader } from '../parse/pool.ts';
import { type Label, readLabels } from './labels.ts';

/** A labelled mail and what parsing found in it. */
export interface Example extends Label {
  evidence: Evidence;
}

/** Reads a labelled folder through the same pool that the bot uses. In the order of the labels. */
export async function readExamples(folder: string): Promise<Example[]> {
  const threads = availableParallelism();
  const reader = openReader({ threads });
  const examples: Example[] = [];
  const read = async (label: Label): Promise<Example> => {
    const specimen = await specimenOf(await readFile(join(folder, label.path)), label.path.split('/').at(-1) ?? '');
    return { ...label, evidence: await reader.read([specimen]) };
  };
  try {
    for await (const example of inOrder(listed(readLabels(folder)), threads * 4, read)) examples.push(example);
  } finally {
    await reader.close();
  }
  return examples;
}

async function* listed<Item>(items: Item[]): AsyncGenerator<Item> {
  yield* items;
}
