import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { checksDoc } from '../../src/dev/checks-doc.ts';

const doc = checksDoc();
const sections = new Map(doc.split(/^### /m).map((text) => [text.split('\n')[0] ?? '', text]));

describe('docs/checks.md', () => {
  it('is the one that `npm run checks-doc` writes', () => {
    expect(readFileSync(new URL('../../docs/checks.md', import.meta.url), 'utf8')).toBe(doc);
  });

  it.each(CHECKS.map((check) => [check.id, check] as const))(
    'tells of %s its sentence, its points, what it sees, and an example',
    (id, check) => {
      const text = sections.get(id) ?? '';
      expect(text).toContain(check.explain);
      expect(text).toMatch(/\d points/);
      expect(text).toMatch(/^Examples?: .{3}/m);
      const [, , comment = ''] = text.split('\n\n');
      expect(comment.length, 'the comment above the check').toBeGreaterThan(30);
    },
  );
});
