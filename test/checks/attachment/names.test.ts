import { describe, expect, it } from 'vitest';
import { extensions, fileName, isBaitName, looksHarmless } from '../../../src/checks/attachment/names.ts';

describe('names of files', () => {
  it('are cut down to what a person needs: no path, nothing unseen', () => {
    expect(fileName('../../etc/a\u202eb\u0000c.pdf')).toBe('abc.pdf');
    expect(fileName('C:\\temp\\a.pdf ')).toBe('a.pdf');
    expect(fileName('x'.repeat(5000))).toHaveLength(200);
  });

  it('have their endings told from the last to the first', () => {
    expect(extensions('Invoice.PDF .Exe')).toEqual(['exe', 'pdf']);
    expect(extensions('noending')).toEqual([]);
  });

  it('are known as harmless or as bait', () => {
    expect(looksHarmless('pdf')).toBe(true);
    expect(looksHarmless('exe')).toBe(false);
    expect(isBaitName('2026工资表.xlsm')).toBe(true);
    expect(isBaitName('cats.xlsm')).toBe(false);
  });
});
