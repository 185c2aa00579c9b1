import { describe, expect, it } from 'vitest';
import { threadUnderOtherAddress } from '../../../src/checks/sender/thread-under-other-address.ts';
import { message, runCheck } from '../../helpers/evidence.ts';

const text =
  'Please see the new bank details.\n\nFrom: Carol Jones <carol@brightmed.test>\nSent: Monday\nSubject: Invoice';
const found = (parts: Parameters<typeof message>[0]) =>
  runCheck(threadUnderOtherAddress, { messages: [message({ text, ...parts })] });

describe('thread-under-other-address', () => {
  it('catches a look-alike that goes on in a thread', () => {
    expect(found({ from: 'Carol Jones <carol@brightmed-billing.test>' })).toEqual({
      name: 'Carol Jones',
      before: 'carol@brightmed.test',
      now: 'carol@brightmed-billing.test',
    });
  });
  it('lets the same house pass', () => {
    expect(found({ from: 'Carol Jones <c.jones@mail.brightmed.test>' })).toBeUndefined();
  });
  it('lets another person pass who quotes her', () => {
    expect(found({ from: 'Ada Chen <ada@firm.test>' })).toBeUndefined();
  });
  it('lets somebody pass whose earlier mail came from a private mailbox', () => {
    const before = text.replace('carol@brightmed.test', 'carol.jones@gmail.com');
    expect(found({ from: 'Carol Jones <carol@brightmed.test>', text: before })).toBeUndefined();
  });
});
