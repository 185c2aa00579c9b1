import { describe, expect, it } from 'vitest';
import { roleOnFreeMail } from '../../../src/checks/sender/role-on-free-mail.ts';
import { loadLists } from '../../../src/data/load.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const known = knowledge({ lists: { lures: loadLists().lures } });

const run = (parts: Parameters<typeof message>[0]) => runCheck(roleOnFreeMail, { messages: [message(parts)] }, known);

describe('role-on-free-mail', () => {
  it('catches a president who wants a transfer', () => {
    expect(
      run({ from: 'President Norton <norton.desk@gmail.com>', text: 'Please make a wire transfer to a vendor today.' }),
    ).toBeDefined();
  });
  it('catches an office in the mailbox alone', () => {
    expect(
      run({
        from: 'Paul <purchasing.office@gmail.com>',
        text: 'Kindly send us your best price, we are interested in your products.',
      }),
    ).toBeDefined();
  });
  it('lets a club officer pass who wants nothing', () => {
    expect(
      run({ from: 'President Norton <norton.desk@gmail.com>', text: 'The summer party is on the 14th.' }),
    ).toBeUndefined();
  });
  it('lets an office at its own house pass', () => {
    expect(
      run({ from: 'President Norton <norton@club.example>', text: 'Please make a wire transfer to the vendor today.' }),
    ).toBeUndefined();
  });
});
