/**
 * `npm run checks-doc`: writes `docs/checks.md` from the checks themselves. What each sees and lets pass is the comment
 * above it; the examples are the names of its tests, so that the page cannot claim what no test shows.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Check } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import { loadScoring } from '../data/load.ts';
import type { Scoring } from '../model.ts';

const root = new URL('../../', import.meta.url);
const TITLES = {
  sender: 'Sender',
  link: 'Links',
  content: 'Content',
  attachment: 'Attachments',
  indicator: 'Indicators',
};

/** The text of `docs/checks.md`. */
export function checksDoc(): string {
  const scoring = loadScoring();
  const { thresholds, caps } = scoring;
  const groups = Object.entries(TITLES) as [Check['group'], string][];
  const parts = groups.map(([group, title]) => {
    const own = CHECKS.filter((check) => check.group === group);
    return `## ${title} (${own.length}, together at most ${caps[group]} points)\n\n${own.map((check) => entryOf(check, scoring)).join('\n')}`;
  });
  return `# The ${CHECKS.length} checks

Written by \`npm run checks-doc\`. Do not edit: the text is the comment above each check, the examples are names of its tests.

A check looks at one message, link, attachment or sighting and may return one finding. Points of a group count up to its cap;
from ${thresholds.suspicious} on the verdict is Suspicious, from ${thresholds.high} on High risk. A **decisive** finding is High risk by itself. Points come from
\`src/data/scoring.json\` (fitted, see docs/detection.md), else from the author's prior.

${parts.join('\n')}`;
}

function entryOf(check: Check, scoring: Scoring): string {
  const points = scoring.points[check.id] ?? check.points;
  const weight = check.decisive
    ? `${points} points, decisive`
    : check.strength
      ? `up to ${points} points`
      : `${points} points`;
  const titles = titlesIn(readFileSync(new URL(`test/checks/${check.group}/${check.id}.test.ts`, root), 'utf8'));
  const lines = [
    `### ${check.id}`,
    `*${check.on}, ${weight}* — “${check.explain}”`,
    commentIn(readFileSync(new URL(`src/checks/${check.group}/${check.id}.ts`, root), 'utf8')),
    ...listOf('Example', titles.filter((title) => !isGuard(title)).slice(0, 3)),
    ...listOf('Guard', titles.filter(isGuard)),
  ];
  return `${lines.join('\n\n')}\n`;
}

function listOf(name: string, titles: string[]): string[] {
  if (titles.length === 0) return [];
  return [`${name}${titles.length > 1 ? 's' : ''}: ${titles.join('; ')}.`];
}

/** Names of tests about what must not be found. */
function isGuard(title: string): boolean {
  return /\bpass(?:es)?\b|^(?:lets|leaves|ignores|says nothing|does not|is silent|spares)\b/.test(title);
}

/** The comment right above `export const … = defineCheck`. */
function commentIn(source: string): string {
  const before = source.slice(0, source.indexOf('= defineCheck('));
  const start = before.lastIndexOf('/**');
  const end = before.indexOf('*/', start);
  if (start < 0 || end < 0) return '';
  return before
    .slice(start + 3, end)
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names of tests, in their order; the slots of a table (`%s`, `$name`) are its rows. */
function titlesIn(source: string): string[] {
  const found: string[] = [];
  for (const [, name = ''] of source.matchAll(/^\s*(?:it|it\.each\([^\n]*\)|\]\))\(\s*'((?:[^'\\\n]|\\.){3,200})'/gm)) {
    found.push(name.replaceAll("\\'", "'").replace(/%[sj]|\$\w+/g, '…'));
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('docs/checks.md', root), checksDoc());
  console.log('wrote docs/checks.md');
}
