import { describe, expect, it } from 'vitest';
import { programUnderFalseName } from '../../../src/checks/attachment/program-under-false-name.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('program-under-false-name', () => {
  it('catches a program that is named like a picture', () => {
    const attachments = [attachment('photos.zip', { traits: ['program-inside', 'program-under-false-name'] })];
    expect(runCheck(programUnderFalseName, { attachments })).toEqual({ name: 'photos.zip' });
  });

  it('leaves a program that is named as what it is to other checks', () => {
    const attachments = [attachment('tools.zip', { traits: ['program-inside'] })];
    expect(runCheck(programUnderFalseName, { attachments })).toBeUndefined();
  });
});
