import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Reads our own source, for the tests that hold the architecture and the manifest to what the code does. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface SourceFile {
  /** From the project's root, with slashes: `src/parse/read.ts`. */
  path: string;
  text: string;
}

export interface Import {
  /** As written: `./read.ts`, `node:fs`, `keyv`. */
  from: string;
  /** True when nothing of it is left at run time. */
  typeOnly: boolean;
}

/** Every TypeScript file under a folder of the project, by path. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(ROOT.length).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Every import, re-export, dynamic import, `import('x')` type and require of a file. */
export function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const found: Import[] = [];
  const statement =
    /(?:^|[\n;}])[ \t]*(?:import|export)\b(?<clause>[^'"`;=()]*?)(?:\bfrom\b\s*|(?<=import)\s*)(?<quote>['"])(?<from>[^'"\n]+)\k<quote>/g;
  for (const { groups } of code.matchAll(statement)) {
    const clause = groups?.clause?.trim() ?? '';
    const named = /^\{(?<names>[^}]*)\}$/.exec(clause)?.groups?.names;
    const names = named?.split(',').filter((name) => name.trim() !== '') ?? [];
    found.push({
      from: groups?.from ?? '',
      typeOnly: /^type\b/.test(clause) || (names.length > 0 && names.every((name) => /^\s*type\s/.test(name))),
    });
  }
  for (const { groups } of code.matchAll(/\b(?:import|require)\s*\(\s*(?<quote>['"`])(?<from>[^'"`\n]+)\k<quote>/g)) {
    found.push({ from: groups?.from ?? '', typeOnly: false });
  }
  return found;
}

/** The code with comments blanked; with `strings: false` the insides of strings and regular expressions too. */
export function withoutComments(text: string, { strings = true } = {}): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const end = endOfToken(text, at, out);
    const token = text.slice(at, end);
    const comment = token.startsWith('//') || token.startsWith('/*');
    // `${…}` in a template is code: kept in both readings.
    const quoted = token.length > 1 && (token[0] === "'" || token[0] === '"' || token[0] === '/');
    out += comment || (quoted && !strings) ? token.replace(/[^\n]/g, ' ') : token;
    at = end;
  }
  return out;
}

/** Where the comment, string, template, regular expression or single character that begins at `at` ends. */
function endOfToken(text: string, at: number, before: string): number {
  const rest = text.slice(at, at + 20_000);
  if (rest.startsWith('//')) return at + (/^[^\n]*/.exec(rest)?.[0].length ?? 1);
  if (rest.startsWith('/*')) return text.indexOf('*/', at) < 0 ? text.length : text.indexOf('*/', at) + 2;
  const pattern =
    rest[0] === "'"
      ? /^'(?:[^'\\\n]|\\.)*'/
      : rest[0] === '"'
        ? /^"(?:[^"\\\n]|\\.)*"/
        : rest[0] === '`'
          ? /^`(?:[^`\\]|\\[\s\S])*`/
          : rest[0] === '/' && /(?:[=(,:[!&|?{};+>\n]|\breturn|^)\s*$/.test(before.slice(-80))
            ? /^\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/
            : undefined;
  return at + (pattern?.exec(rest)?.[0].length ?? 1);
}
