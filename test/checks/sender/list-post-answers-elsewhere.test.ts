import { describe, expect, it } from 'vitest';
import { listPostAnswersElsewhere } from '../../../src/checks/sender/list-post-answers-elsewhere.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) =>
  runCheck(listPostAnswersElsewhere, { messages: [message(parts)] }, known);

describe('list-post-answers-elsewhere', () => {
  it('catches a third mailbox behind a list post', () => {
    expect(
      run({
        from: 'Joe <joe.wilson1@gmail.com>',
        replyTo: ['barrister77@qq.com'],
        headers: [{ name: 'list-id', value: '<devel.lists.example>' }],
      }),
    ).toBeDefined();
  });
  it('lets the list’s own Reply-To pass', () => {
    expect(
      run({
        from: 'Joe <joe.wilson1@gmail.com>',
        replyTo: ['devel@lists.example'],
        headers: [{ name: 'list-id', value: '<devel.lists.example>' }],
      }),
    ).toBeUndefined();
  });
  it('lets two addresses of one name pass', () => {
    expect(
      run({
        from: 'Joe <joe.wilson1@gmail.com>',
        replyTo: ['joe.wilson1@qq.com'],
        headers: [{ name: 'list-id', value: '<devel.lists.example>' }],
      }),
    ).toBeUndefined();
  });
  it('lets answers and mail outside of lists pass', () => {
    expect(
      run({
        from: 'Joe <joe.wilson1@gmail.com>',
        replyTo: ['barrister77@qq.com'],
        headers: [{ name: 'list-id', value: '<devel.lists.example>' }],
        isReply: true,
      }),
    ).toBeUndefined();
  });
});
