import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Evidence } from '../model.ts';
import { openReader } from '../parse/pool.ts';
import { type Label, readLabels } from './labels.ts';

/** A labelled mail and what parsing found in it. */
export interface Example extends Label {
  evidence: Evidence;
}

/** So many at a time: enough to keep every thread busy, few enough to keep their bytes in memory. */
const TOGETHER = 64;

/** Reads a labelled folder through the same pool that the bot uses. In the order of the labels. */
export async function readExamples(folder: string): Promise<Example[]> {
  const labels = readLabels(folder);
  const reader = openReader({ threads: availableParallelism() });
  const examples: Example[] = [];
  try {
    for (let at = 0; at < labels.length; at += TOGETHER) {
      const read = labels.slice(at, at + TOGETHER).map(async (label): Promise<Example> => {
        const bytes = await readFile(join(folder, label.path));
        const name = label.path.split('/').at(-1) ?? '';
        return { ...label, evidence: await reader.read([{ kind: 'mail', bytes, name }]) };
      });
      examples.push(...(await Promise.all(read)));
    }
  } finally {
    await reader.close();
  }
  return examples;
}
