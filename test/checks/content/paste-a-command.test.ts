import { describe, expect, it } from 'vitest';
import { pasteACommand } from '../../../src/checks/content/paste-a-command.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('paste-a-command', () => {
  it('catches the keys dictated', () => {
    const mail = message({ text: 'To prove you are human press Windows + R, then Ctrl + V, then Enter.' });
    expect(runCheck(pasteACommand, { messages: [mail] })).toEqual({ keys: 'Windows + R' });
  });

  it('catches the terminal of a Mac, and Chinese', () => {
    expect(
      runCheck(pasteACommand, { messages: [message({ text: 'Open the Terminal and paste the command.' })] }),
    ).toBeDefined();
    expect(runCheck(pasteACommand, { messages: [message({ text: '按 Win+R,粘贴后回车' })] })).toBeDefined();
  });

  it('lets IT pass that has somebody type a name', () => {
    expect(runCheck(pasteACommand, { messages: [message({ text: 'Press Win+R and type winver.' })] })).toBeUndefined();
  });

  it('lets developers pass who name a terminal and dictate nothing', () => {
    const mail = message({ text: 'It crashes when I open a terminal. The log is below.' });
    expect(runCheck(pasteACommand, { messages: [mail] })).toBeUndefined();
  });
});
