import { describe, expect, it } from 'vitest';
import { threatToExpose } from '../../../src/checks/content/threat-to-expose.ts';
import { message, runCheck } from '../../helpers/evidence.ts';
import { speaking } from '../../helpers/lures.ts';

const known = speaking({
  spied: ['hacked', 'your webcam'],
  shame: ['video', 'your family'],
});

describe('threat-to-expose', () => {
  it('catches blackmail in coins', () => {
    const mail = message({ text: 'I hacked your webcam and made a video. 900 in bitcoin or your family sees it.' });
    expect(runCheck(threatToExpose, { messages: [mail] }, known)).toBeDefined();
  });

  it('lets security news pass that wants no coins', () => {
    const mail = message({ text: 'A museum was hacked; a video shows the exhibits that were moved.' });
    expect(runCheck(threatToExpose, { messages: [mail] }, known)).toBeUndefined();
  });

  it('lets news of coins pass that threatens nobody', () => {
    const mail = message({ text: 'Bitcoin fell. Here is a video of the market.' });
    expect(runCheck(threatToExpose, { messages: [mail] }, known)).toBeUndefined();
  });
});
