import { describe, expect, it } from 'vitest';
import { hiddenText } from '../../../src/checks/content/hidden-text.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

const salad = Array.from(
  { length: 120 },
  (_, index) => `saladword${String.fromCharCode(97 + (index % 26))}${index}`,
).join(' ');

describe('hidden-text', () => {
  it('catches a paragraph that nobody sees', () => {
    const found = runCheck(hiddenText, { messages: [message({ text: 'Verify now', hiddenText: salad })] });
    expect(found).toEqual({ words: '120', start: salad.slice(0, 60) });
  });

  it('lets a preview line pass', () => {
    const mail = message({ text: 'News', hiddenText: 'Your weekly news from the ward, with recipes and a riddle' });
    expect(runCheck(hiddenText, { messages: [mail] })).toBeUndefined();
  });

  it('lets the padding behind a preview line pass', () => {
    const mail = message({ text: 'News', hiddenText: `Our news ${'\u034f\u200c\u00a0\u2007'.repeat(500)}` });
    expect(runCheck(hiddenText, { messages: [mail] })).toBeUndefined();
  });

  it('lets a hidden copy of the visible text pass: it is for telephones', () => {
    expect(runCheck(hiddenText, { messages: [message({ text: salad, hiddenText: salad })] })).toBeUndefined();
  });
});
