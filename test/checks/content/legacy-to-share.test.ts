import { describe, expect, it } from 'vitest';
import { legacyToShare } from '../../../src/checks/content/legacy-to-share.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(legacyToShare, { messages: [message(parts)] }, known);

describe('legacy-to-share', () => {
  it('catches a dead client without an heir', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'My late client left 8 million dollars and died without next of kin. You bear the same surname, so stand as the beneficiary and we split it.',
      }),
    ).toBeDefined();
  });
  it('catches it in French', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'Je suis veuve, atteinte d’un cancer en phase terminale, et veux léguer la somme de 3 millions à une personne de confiance.',
      }),
    ).toBeDefined();
  });
  it('lets a solicitor with a small bequest pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Your late aunt left you 2,000 pounds by her will. Please bring proof of identity to our office in Quay Street.',
      }),
    ).toBeUndefined();
  });
  it('lets an answer on a list that talks of such letters pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        subject: 'Re: [sailing] late client',
        isReply: true,
        headers: [{ name: 'list-id', value: '<sailing.lists.example>' }],
        text: '> My late client left 8 million dollars, stand as next of kin\nCan somebody remove this?',
      }),
    ).toBeUndefined();
  });
});
