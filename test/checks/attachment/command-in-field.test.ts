import { describe, expect, it } from 'vitest';
import { commandInField } from '../../../src/checks/attachment/command-in-field.ts';
import { attachment, runCheck } from '../../helpers/evidence.ts';

describe('command-in-field', () => {
  it('catches a field that starts a program', () => {
    const attachments = [attachment('list.csv', { traits: ['command-in-field'] })];
    expect(runCheck(commandInField, { attachments })).toEqual({ name: 'list.csv' });
  });

  it('lets a table with ordinary formulas pass', () => {
    const attachments = [attachment('list.csv', { type: 'csv', content: '=SUM(A1:A2)' })];
    expect(runCheck(commandInField, { attachments })).toBeUndefined();
  });
});
