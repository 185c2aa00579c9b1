import { describe, expect, it } from 'vitest';
import { hiddenRecipientsAskedToAnswer } from '../../../src/checks/sender/hidden-recipients-asked-to-answer.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(hiddenRecipientsAskedToAnswer, { messages: [message(parts)] }, known);

describe('hidden-recipients-asked-to-answer', () => {
  it('catches a letter to nobody that wants an answer', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        headers: [{ name: 'to', value: 'undisclosed-recipients:;' }],
        text: 'I have something to tell you. Please reply to me.',
      }),
    ).toBeDefined();
  });
  it('catches answers that go to a free mailbox', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        headers: [{ name: 'to', value: 'undisclosed-recipients:;' }],
        replyTo: ['ann.doe2@gmail.com'],
        text: 'Kindly reply with your consent.',
      }),
    ).toBeDefined();
  });
  it('lets mail to somebody pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        headers: [{ name: 'to', value: 'undisclosed-recipients:;' }],
        to: ['ben@firm.example'],
        text: 'Please reply to me.',
      }),
    ).toBeUndefined();
  });
  it('lets a firm’s press release to hidden recipients pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        headers: [{ name: 'to', value: 'undisclosed-recipients:;' }],
        text: 'Please reply to us by Friday if you want to come.',
      }),
    ).toBeUndefined();
  });
  it('lets a newsletter pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        headers: [
          { name: 'to', value: 'undisclosed-recipients:;' },
          { name: 'list-unsubscribe', value: '<mailto:off@club.example>' },
        ],
        text: 'Please reply to me if you come.',
      }),
    ).toBeUndefined();
  });
  it('lets a mail without a To line pass, which an export may have lost', () => {
    expect(run({ from: 'Ann Doe <ann.doe@gmail.com>', text: 'Please reply to me.' })).toBeUndefined();
  });
  it('lets those who want nothing pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        headers: [{ name: 'to', value: 'undisclosed-recipients:;' }],
        text: 'We have moved. Boxes everywhere, but the kettle was found.',
      }),
    ).toBeUndefined();
  });
});
