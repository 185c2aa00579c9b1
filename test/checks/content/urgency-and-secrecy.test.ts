import { describe, expect, it } from 'vitest';
import { urgencyAndSecrecy } from '../../../src/checks/content/urgency-and-secrecy.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing(
  { urgency: ['urgent'], secrecy: ['keep this confidential'] },
  { urgency: ['马上'], secrecy: ['请保密'] },
);

describe('urgency-and-secrecy', () => {
  it('catches both together, in both languages', () => {
    expect(
      runCheck(urgencyAndSecrecy, { messages: [message({ text: 'Urgent! Keep this confidential.' })] }, known),
    ).toEqual({
      haste: 'urgent',
      silence: 'keep this confidential',
    });
    expect(runCheck(urgencyAndSecrecy, { messages: [message({ text: '马上办,请保密' })] }, known)).toBeDefined();
  });

  it('lets an urgent mail pass that may be shown to all', () => {
    expect(runCheck(urgencyAndSecrecy, { messages: [message({ text: 'Urgent: bed 4.' })] }, known)).toBeUndefined();
  });

  it('lets a confidential mail pass that has time', () => {
    expect(
      runCheck(urgencyAndSecrecy, { messages: [message({ text: 'Please keep this confidential.' })] }, known),
    ).toBeUndefined();
  });
});
