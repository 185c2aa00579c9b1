import { describe, expect, it } from 'vitest';
import { nestedRewriters } from '../../../src/checks/link/nested-rewriters.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('nested-rewriters', () => {
  it('catches three layers', () => {
    expect(runCheck(nestedRewriters, { links: [link('https://evil.test/', { rewriters: ['a', 'b', 'c'] })] })).toEqual({
      host: 'evil.test',
      count: '3',
    });
  });
  it('lets two pass', () => {
    // A mail forwarded between two houses that both rewrite.
    expect(
      runCheck(nestedRewriters, { links: [link('https://firm.test/', { rewriters: ['a', 'b'] })] }),
    ).toBeUndefined();
  });
  it('lets none pass', () => {
    expect(runCheck(nestedRewriters, { links: [link('https://firm.test/')] })).toBeUndefined();
  });
});
