import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { indexOfChecks } from '../../src/dev/new-check.ts';

const root = new URL('../../', import.meta.url);

describe('the index of checks', () => {
  it('is the one that `npm run new-check` writes', () => {
    expect(readFileSync(new URL('src/checks/index.ts', root), 'utf8')).toBe(indexOfChecks());
  });

  it('has no id twice', () => {
    const ids = CHECKS.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has no test left behind by a check that is gone', () => {
    for (const group of ['sender', 'link', 'content', 'attachment', 'indicator']) {
      for (const name of readdirSync(new URL(`test/checks/${group}/`, root))) {
        const source = `src/checks/${group}/${name.replace('.test.ts', '.ts')}`;
        expect(existsSync(new URL(source, root)), source).toBe(true);
      }
    }
  });
});

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('lies in the file of its name, in the folder of its group, and has a test beside the mirrored path', () => {
    const source = new URL(`src/checks/${check.group}/${id}.ts`, root);
    expect(existsSync(source)).toBe(true);
    expect(readFileSync(source, 'utf8')).toContain(`id: '${id}'`);
    expect(existsSync(new URL(`test/checks/${check.group}/${id}.test.ts`, root))).toBe(true);
  });

  it('says one sentence that a person can read in one go', () => {
    expect(check.explain).toMatch(/^[A-Z“{].*\.$/s);
    expect(check.explain.length).toBeLessThanOrEqual(200);
    expect(check.explain).not.toContain('\n');
    expect(check.explain.replace(/\{\w+\}/g, '')).not.toMatch(/[{}]/);
  });

  it('weighs something, and enough to convict where it is decisive', () => {
    expect(check.points).toBeGreaterThan(0);
    expect(check.points).toBeLessThanOrEqual(10);
    if (check.decisive) expect(check.points).toBeGreaterThanOrEqual(5);
  });
});
