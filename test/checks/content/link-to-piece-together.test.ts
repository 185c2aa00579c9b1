import { describe, expect, it } from 'vitest';
import { linkToPieceTogether } from '../../../src/checks/content/link-to-piece-together.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

describe('link-to-piece-together', () => {
  it('catches blanks to be taken out, in both languages', () => {
    const mail = message({ text: 'Copy the link and remove the spaces: evil . example' });
    expect(runCheck(linkToPieceTogether, { messages: [mail] })).toEqual({ how: 'link and remove the spaces' });
    expect(runCheck(linkToPieceTogether, { messages: [message({ text: '复制网址并去掉空格' })] })).toBeDefined();
  });

  it('lets the usual line under a button pass', () => {
    const mail = message({ text: 'If the button does not work, copy and paste this link into your browser.' });
    expect(runCheck(linkToPieceTogether, { messages: [mail] })).toBeUndefined();
  });

  it('lets advice on typing pass that is no address', () => {
    expect(
      runCheck(linkToPieceTogether, { messages: [message({ text: 'Please remove the spaces in the table.' })] }),
    ).toBeUndefined();
  });
});
