/**
 * `npm run refresh-lists -- <folder> <date>`: writes the domain lists of `src/data` afresh from a folder of downloaded
 * sources. `date` is the sources' own date (2026-08 or 2026-08-31): the clock would only tell when somebody pressed the key.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RECIPES, type Recipe } from './list-recipes.ts';

const ENTRY = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/** The entries of one source file: lines, or the second column of a ranking. What is no host name is dropped. */
export function readSource(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => (line.split(',').at(-1) ?? '').trim().toLowerCase())
    .filter((line) => ENTRY.test(line));
}

/** The entries of a list: narrowed, completed, without duplicates, in order. */
export function cook(recipe: Recipe, sources: string[][], minus: ReadonlySet<string> = new Set()): string[] {
  const only = recipe.only && new Set(recipe.only);
  const leaveOut = new Set(recipe.leaveOut);
  const taken = sources.flat().filter((entry) => !only || only.has(entry));
  const entries = new Set(
    [...taken, ...(recipe.add ?? [])].filter((entry) => !leaveOut.has(entry) && !minus.has(entry)),
  );
  return recipe.ranked ? [...entries] : [...entries].sort();
}

/** A list file: header, then one entry a line. */
export function listFile(recipe: Recipe, date: string, entries: string[]): string {
  const header = [recipe.what, `source: ${recipe.source}`, `licence: ${recipe.licence}`, `date: ${date}`];
  return `${[...header.map((line) => `# ${line}`), ...entries].join('\n')}\n`;
}

function refresh(folder: string, date: string): void {
  const done = new Map<string, string[]>();
  const make = (name: string): string[] => {
    const known = done.get(name);
    if (known) return known;
    const recipe = RECIPES[name];
    if (!recipe) throw new Error(`no recipe named ${name}`);
    const minus = new Set((recipe.minus ?? []).flatMap(make));
    const sources = recipe.from.map((file) => readSource(readFileSync(join(folder, file), 'utf8')));
    const entries = cook(recipe, sources, minus);
    done.set(name, entries);
    writeFileSync(new URL(`../data/${name}.txt`, import.meta.url), listFile(recipe, date, entries));
    console.log(`${name}: ${entries.length}`);
    return entries;
  };
  for (const name of Object.keys(RECIPES)) make(name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, date] = process.argv.slice(2);
  if (!folder || !date || !/^\d{4}-\d{2}(-\d{2})?$/.test(date)) {
    console.error('Usage: npm run refresh-lists -- <folder of sources> <their date, such as 2026-08>');
    process.exit(2);
  }
  refresh(folder, date);
}
