import { describe, expect, it } from 'vitest';
import { listPostToNobody } from '../../../src/checks/sender/list-post-to-nobody.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(listPostToNobody, { messages: [message(parts)] }, known);

describe('list-post-to-nobody', () => {
  it('catches a list that got a hidden copy', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        headers: [
          { name: 'list-id', value: '<devel.lists.example>' },
          { name: 'to', value: 'undisclosed-recipients:;' },
        ],
      }),
    ).toBeDefined();
  });
  it('lets a post to the list pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        to: ['devel@lists.example'],
        headers: [
          { name: 'list-id', value: '<devel.lists.example>' },
          { name: 'to', value: 'undisclosed-recipients:;' },
        ],
      }),
    ).toBeUndefined();
  });
  it('lets a house pass that announces to many lists', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@firm.example>',
        headers: [
          { name: 'list-id', value: '<devel.lists.example>' },
          { name: 'to', value: 'undisclosed-recipients:;' },
        ],
      }),
    ).toBeUndefined();
  });
  it('lets answers and mail outside of lists pass', () => {
    expect(
      run({
        from: 'Ann Doe <ann.doe@gmail.com>',
        isReply: true,
        headers: [
          { name: 'list-id', value: '<devel.lists.example>' },
          { name: 'to', value: 'undisclosed-recipients:;' },
        ],
      }),
    ).toBeUndefined();
  });
  it('lets a list mail without a To line pass', () => {
    expect(
      run({ from: 'Ann Doe <ann.doe@gmail.com>', headers: [{ name: 'list-id', value: '<devel.lists.example>' }] }),
    ).toBeUndefined();
  });
});
