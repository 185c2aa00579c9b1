/**
 * `npm run new-check -- <group>/<id>`: writes a check and its test, and the index of all checks.
 * `npm run new-check` alone only writes the index.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const GROUPS = { sender: 'message', link: 'link', content: 'message', attachment: 'attachment', indicator: 'sighting' };
const root = new URL('../../', import.meta.url);

/** The text of `src/checks/index.ts` for the checks that lie in the folders. */
export function indexOfChecks(): string {
  const ids = Object.keys(GROUPS).flatMap((group) =>
    readdirSync(new URL(`src/checks/${group}/`, root))
      .filter((name) => name.endsWith('.ts') && isCheck(`src/checks/${group}/${name}`))
      .map((name) => ({ group, id: name.slice(0, -3) })),
  );
  ids.sort((a, b) => a.group.localeCompare(b.group) || (a.id < b.id ? -1 : 1));
  // In the order of their paths, as the linter wants them.
  const imports = [
    { path: './check', text: "import type { Check } from './check.ts';" },
    ...ids.map(({ group, id }) => ({
      path: `./${group}/${id}`,
      text: `import { ${camel(id)} } from './${group}/${id}.ts';`,
    })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return `// Written by \`npm run new-check\`. Do not edit: add a file and run it again.
${imports.map(({ text }) => text).join('\n')}

/** Every check, by group and name. */
export const CHECKS: readonly Check[] = [
${ids.map(({ id }) => `  ${camel(id)},`).join('\n')}
];
`;
}

function isCheck(path: string): boolean {
  return readFileSync(new URL(path, root), 'utf8').includes('defineCheck({');
}

function camel(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function write(path: string, text: string): void {
  const url = new URL(path, root);
  mkdirSync(dirname(fileURLToPath(url)), { recursive: true });
  writeFileSync(url, text);
  console.log(`wrote ${path}`);
}

function scaffold(group: keyof typeof GROUPS, id: string): void {
  const path = `src/checks/${group}/${id}.ts`;
  if (existsSync(new URL(path, root))) throw new Error(`${path} exists already`);
  const unit = GROUPS[group];
  write(
    path,
    `import { defineCheck } from '../check.ts';

/** What it catches; what it lets pass on purpose, and why. */
export const ${camel(id)} = defineCheck({
  id: '${id}',
  on: '${unit}',
  group: '${group}',
  points: 1,
  explain: 'A sentence for a lay reader that names {what}.',
  run(${unit}, context) {
    return undefined;
  },
});
`,
  );
  write(
    `test/checks/${group}/${id}.test.ts`,
    `import { describe, expect, it } from 'vitest';
import { ${camel(id)} } from '../../../src/checks/${group}/${id}.ts';

describe('${id}', () => {
  it.todo('catches what it is for');
  it.todo('lets the honest look-alike pass');
});
`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const name = process.argv[2];
  if (name) {
    const [, group, id] = /^(\w+)\/([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name) ?? [];
    if (!group || !id || !(group in GROUPS)) {
      console.error(`Usage: npm run new-check -- <${Object.keys(GROUPS).join('|')}>/<check-id>`);
      process.exit(2);
    }
    scaffold(group as keyof typeof GROUPS, id);
  }
  write('src/checks/index.ts', indexOfChecks());
}
