import { describe, expect, it } from 'vitest';
import { errandByMailOnly } from '../../../src/checks/content/errand-by-mail-only.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(errandByMailOnly, { messages: [message(parts)] }, known);

describe('errand-by-mail-only', () => {
  it('catches a favour of somebody who cannot be called', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Do you have a moment? I need you to carry out a task. I am in a meeting, so just reply by mail.',
      }),
    ).toBeDefined();
  });
  it('catches it in German', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Sind Sie im Büro? Ich brauche Ihre Unterstützung in einer Sache. Bitte nicht anrufen, ich bin in einer Sitzung.',
      }),
    ).toBeDefined();
  });
  it('lets a mother who cannot feed the cat pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'A favour: could you feed the cat on Thursday? The key is where it always is.',
      }),
    ).toBeUndefined();
  });
  it('lets a chief pass who says what it is', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'A quick task for everyone: fill in your holidays in the calendar by Friday.',
      }),
    ).toBeUndefined();
  });
});
