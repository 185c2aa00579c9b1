import { describe, expect, it } from 'vitest';
import { turnedText } from '../../../src/checks/content/turned-text.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('turned-text', () => {
  it('catches text that is stored backwards', () => {
    const mail = message({ subject: 'Your \u202edrowssap\u202c expires' });
    expect(runCheck(turnedText, { messages: [mail] })).toEqual({ line: 'Your ·drowssap' });
  });

  it('lets Hebrew and Arabic pass, which need such characters', () => {
    const mail = message({ text: 'שלום \u202dhospital\u202c' });
    expect(runCheck(turnedText, { messages: [mail] })).toBeUndefined();
  });

  it('lets the isolates pass that programs put around names', () => {
    expect(runCheck(turnedText, { messages: [message({ text: 'Hello \u2068Ada\u2069!' })] })).toBeUndefined();
  });
});
