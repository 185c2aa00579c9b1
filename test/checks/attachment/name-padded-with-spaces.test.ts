import { describe, expect, it } from 'vitest';
import { namePaddedWithSpaces } from '../../../src/checks/attachment/name-padded-with-spaces.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('name-padded-with-spaces', () => {
  it('catches a long blank before the ending', () => {
    expect(runCheck(namePaddedWithSpaces, { attachments: [attachment(`report.pdf${' '.repeat(40)}.exe`)] })).toEqual({
      name: 'report.pdf … .exe',
    });
  });

  it('catches blank letters of other alphabets', () => {
    expect(
      runCheck(namePaddedWithSpaces, { attachments: [attachment(`report.pdf${'\u2800'.repeat(40)}.exe`)] }),
    ).toEqual({ name: 'report.pdf … .exe' });
  });

  it('lets a few blanks from careless typing pass', () => {
    expect(runCheck(namePaddedWithSpaces, { attachments: [attachment('Rota  March  .pdf')] })).toBeUndefined();
  });

  it('lets a long name with words pass', () => {
    expect(
      runCheck(namePaddedWithSpaces, {
        attachments: [attachment('Minutes of the meeting of the ward council of the third of March.pdf')],
      }),
    ).toBeUndefined();
  });
});
