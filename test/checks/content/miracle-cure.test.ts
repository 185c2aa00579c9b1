import { describe, expect, it } from 'vitest';
import { miracleCure } from '../../../src/checks/content/miracle-cure.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';
import { knowing } from '../../helpers/lures.ts';

const known = knowing({ cure: ['weird trick'] });

describe('miracle-cure', () => {
  it('catches it behind a link', () => {
    const mail = message({ text: 'Only today: weird trick!' });
    expect(runCheck(miracleCure, { messages: [mail], links: [link('https://evil.test/')] }, known)).toEqual({
      phrase: 'weird trick',
    });
  });
  it('lets talk pass that gives nothing to click', () => {
    expect(
      runCheck(miracleCure, { messages: [message({ text: 'He said something of weird trick.' })] }, known),
    ).toBeUndefined();
  });
});
