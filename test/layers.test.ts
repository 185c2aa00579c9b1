import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sourceFiles, withoutComments } from './helpers/source.ts';

/**
 * Holds "Direction" of docs/architecture.md. A file may import from its own rank or a lower one; the last rank is
 * imported by nobody but main, which starts it.
 */
const RANKS: Record<string, number> = {
  errors: 0,
  model: 0,
  evidence: 0,
  knowledge: 0,
  // Pure: no file system, network, clock or store.
  parse: 1,
  checks: 1,
  verdict: 1,
  explain: 1,
  defang: 1,
  case: 1,
  // The outside: of each other types only.
  intel: 2,
  store: 2,
  data: 2,
  assess: 3,
  cases: 3,
  // Read by the shells, which hand on what the others need.
  config: 3.5,
  // The shells.
  slack: 4,
  cli: 4,
  playground: 4,
  dev: 4,
  fit: 4,
  // Runs before all others, and knows none of them.
  compiled: 4,
  main: 5,
};
/** The rooms of the nouns: of one another only, and from outside by way of model alone. */
const NOUNS = new Set(['model', 'evidence', 'knowledge']);
const PURE = 1;
const OUTSIDE = 2;
const SHELL = 4;

/** Files of the pure rank that start threads, or are started in one, or read the WebAssembly of a decoder. */
const THREADS = new Set(['src/parse/pool.ts', 'src/parse/worker.ts']);
const WASM_READER = /^src\/parse\/files\/[\w-]+\.ts$/;
const HARMLESS_BUILTINS = new Set(['node:crypto', 'node:url', 'node:util', 'node:buffer', 'node:path', 'node:zlib']);
const OUTSIDE_PACKAGES = new Set(['pino', 'kysely', 'keyv', 'undici', 'piscina', 'graphile-worker', 'pg']);
const IMPURE = [
  /\bDate\s*\.\s*now\b/,
  /\bnew\s+Date\s*(?:\(\s*\)|[;,)])/,
  /\bMath\s*\.\s*random\b/,
  /\bprocess\s*\./,
  /\bperformance\s*\./,
  /\bfetch\s*\(/,
  /\b(?:randomUUID|randomBytes|getRandomValues)\b/,
];

const layerOf = (path: string): string => path.split('/')[1]?.replace(/\.tsx?$/, '') ?? '';

/** What is wrong with the direction of a tree of sources, one line each. */
function violations(files: SourceFile[]): string[] {
  const found: string[] = [];
  const wasmReaders: string[] = [];
  for (const { path, text } of files) {
    const layer = layerOf(path);
    const rank = RANKS[layer];
    if (rank === undefined) {
      found.push(`${path}: lies in no known layer`);
      continue;
    }
    for (const { from, typeOnly } of importsOf(text)) {
      const fault = from.startsWith('.')
        ? inside(path, from, typeOnly)
        : outside(path, rank, from, typeOnly, wasmReaders);
      if (fault) found.push(`${path}: ${fault}`);
    }
    const code = withoutComments(text, { strings: false });
    if (layer !== 'config' && /\bprocess\s*\.\s*env\b|\bprocess\s*\[/.test(code))
      found.push(`${path}: reads process.env`);
    if (rank <= PURE && !THREADS.has(path)) {
      for (const pattern of IMPURE) if (pattern.test(code)) found.push(`${path}: uses ${pattern.exec(code)?.[0]}`);
    }
  }
  if (wasmReaders.length > 1) found.push(`only one file may read WebAssembly: ${wasmReaders.join(', ')}`);
  return found;
}

function inside(path: string, from: string, typeOnly: boolean): string | undefined {
  const target = posix.join(posix.dirname(path), from);
  const [a, b] = [layerOf(path), layerOf(target)];
  const [own, other] = [RANKS[a] ?? 0, RANKS[b]];
  if (!target.startsWith('src/'))
    return a === 'dev' || a === 'playground' ? undefined : `imports ${target}, outside of src`;
  if (other === undefined) return `imports ${target}, of no known layer`;
  if (a === b) return;
  if (other > own) return `imports ${target}, which stands above it`;
  if (NOUNS.has(a) && !NOUNS.has(b)) return `imports ${target}: the nouns depend on nothing`;
  if (NOUNS.has(b) && b !== 'model' && a !== 'model') return `imports ${target}: the door to the nouns is model`;
  if (own === OUTSIDE && other === OUTSIDE && !typeOnly) return `imports more than types of ${target}`;
  if (own === SHELL && other === SHELL && !(a === 'playground' && b === 'slack'))
    return `imports ${target}, another shell`;
  return;
}

function outside(path: string, rank: number, from: string, typeOnly: boolean, wasm: string[]): string | undefined {
  const layer = layerOf(path);
  const name = from.split('/')[0] ?? '';
  if (from.startsWith('@slack/') && layer !== 'slack') return `imports ${from}: only src/slack may`;
  if (rank > PURE || THREADS.has(path)) return;
  if (from === 'node:fs' && WASM_READER.test(path)) {
    wasm.push(path);
    return;
  }
  if (from.startsWith('node:') && !HARMLESS_BUILTINS.has(name)) return `imports ${from}, and is pure`;
  if (OUTSIDE_PACKAGES.has(name) && !typeOnly) return `imports ${from}, and is pure`;
  return;
}

describe('the direction of imports', () => {
  it('is what docs/architecture.md says', () => {
    const files = sourceFiles('src');
    expect(files.map(({ path }) => path)).toContain('src/assess.ts');
    expect(violations(files)).toEqual([]);
  });
});

describe('the guard', () => {
  const planted = (path: string, text: string): string[] => violations([{ path, text }]);

  it.each([
    ['a check that reads files', 'src/checks/link/x.ts', "import { readFileSync } from 'node:fs';"],
    [
      'a check that reads files by promise',
      'src/checks/link/x.ts',
      "import {\n  readFile,\n} from 'node:fs/promises';",
    ],
    ['a verdict that knows the store', 'src/verdict.ts', "import type { Stores } from './store/stores.ts';"],
    ['parsing that knows Slack', 'src/parse/read.ts', "import type { webApi } from '@slack/bolt';"],
    ['cases that know Slack', 'src/cases/work.ts', "export { post } from '../slack/desk.ts';"],
    ['nouns that know a check', 'src/model.ts', "import type { Check } from './checks/check.ts';"],
    ['a room of the nouns that knows a check', 'src/evidence.ts', "import type { Check } from './checks/check.ts';"],
    ['a way past the door of the nouns', 'src/checks/run.ts', "import type { Link } from '../evidence.ts';"],
    ['a store that runs gathering', 'src/store/open.ts', "import { openGather } from '../intel/gather.ts';"],
    ['a mixed import of a neighbour', 'src/store/open.ts', "import { type A, b } from '../intel/gather.ts';"],
    ['a command line that knows Slack', 'src/cli/check.ts', "import { x } from '../slack/inert.ts';"],
    ['the bot that knows the workspace', 'src/slack/bot.ts', "const x = await import('../playground/open.ts');"],
    ['anything that imports main', 'src/cli/main.ts', "import '../main.ts';"],
    ['a late import of a thread', 'src/parse/mail.ts', "const { Worker } = await import('node:worker_threads');"],
    ['a type that names a package', 'src/case.ts', "export type K = import('kysely').Kysely<unknown>;"],
    ['a required package', 'src/parse/mail.ts', "const fs = require('node:fs');"],
    ['a star re-export', 'src/checks/run.ts', "export * from '../assess.ts';"],
    ['a layer that nobody named', 'src/helpers/x.ts', ''],
    ['a clock', 'src/checks/link/x.ts', 'const now = Date.now();'],
    ['a clock without a call', 'src/checks/link/x.ts', 'const clock = Date.now;'],
    ['a date of now', 'src/case.ts', 'const at = new Date( );'],
    ['chance', 'src/parse/read.ts', ['const id = `m$', '{Math.random()}`;'].join('')],
    ['the process', 'src/explain.ts', 'const here = process.cwd();'],
    ['the network', 'src/checks/link/x.ts', 'await fetch(link.url);'],
    ['the environment in a shell', 'src/slack/bot.ts', 'const token = process.env.SLACK_BOT_TOKEN;'],
    ['code after a tricky pattern', 'src/checks/link/x.ts', "const quote = /['\"`]/;\nconst now = Date.now(); // '"],
  ])('sees %s', (_, path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });

  it('sees a second file that reads WebAssembly', () => {
    const reader = "import { readFileSync } from 'node:fs';";
    expect(planted('src/parse/files/qr.ts', reader)).toEqual([]);
    expect(
      violations([
        { path: 'src/parse/files/qr.ts', text: reader },
        { path: 'src/parse/files/pdf.ts', text: reader },
      ]),
    ).toHaveLength(1);
  });

  it.each([
    ['types of a neighbour', 'src/store/open.ts', "import type { Gather } from '../intel/gather.ts';"],
    ['the pool’s threads', 'src/parse/pool.ts', "import { Piscina } from 'piscina';\nconst n = process.pid;"],
    ['a given date', 'src/case.ts', 'const at = new Date(event.at);'],
    ['words about the clock', 'src/case.ts', '// never Date.now()\n/* import "node:fs" */ const a = "process.env";'],
    ['the workspace that starts the bot', 'src/playground/open.ts', "import { startBot } from '../slack/bot.ts';"],
    ['main, which starts a shell', 'src/main.ts', "import { startBot } from './slack/bot.ts';"],
    ['a string that looks like an import', 'src/case.ts', 'const say = \'import it from "node:fs" \';'],
  ])('lets pass %s', (_, path, text) => {
    expect(planted(path, text)).toEqual([]);
  });
});
