import { describe, expect, it } from 'vitest';
import { proposalFromAStranger } from '../../../src/checks/content/proposal-from-a-stranger.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(proposalFromAStranger, { messages: [message(parts)] }, known);

describe('proposal-from-a-stranger', () => {
  it('catches a proposal to nobody', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        text: 'I have a lucrative business proposal for you. Contact me for more details, it is a transaction of mutual benefit.',
      }),
    ).toBeDefined();
  });
  it('catches answers that go to another mailbox', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        to: ['list@lists.example'],
        replyTo: ['other.man@yahoo.com'],
        text: 'I am a banker and seek partnership for a transaction. Indicate your interest.',
      }),
    ).toBeDefined();
  });
  it('lets a freelancer pass who writes to one person', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        to: ['ben@firm.example'],
        text: 'As agreed here is my proposal for the partnership leaflet. Let me know what you think.',
      }),
    ).toBeUndefined();
  });
  it('lets a firm’s letter from its house pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        text: 'Our business proposal for a partnership is attached. Contact me for more details.',
      }),
    ).toBeUndefined();
  });
});
