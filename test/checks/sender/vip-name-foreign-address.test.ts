import { describe, expect, it } from 'vitest';
import { vipNameForeignAddress } from '../../../src/checks/sender/vip-name-foreign-address.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

const vips = (people: { name: string; addresses: string[] }[]) => knowledge({ organisation: { vips: people } });

describe('vip-name-foreign-address', () => {
  it('catches the name of a chief on a free mailbox', () => {
    expect(
      runCheck(
        vipNameForeignAddress,
        { messages: [message({ from: 'Dr. Ada Chen <boss771@gmail.com>' })] },
        vips([{ name: 'Dr. Ada Chen', addresses: [] }]),
      ),
    ).toEqual({ vip: 'Dr. Ada Chen', address: 'boss771@gmail.com' });
  });
  it('catches it the other way round and with accents', () => {
    expect(
      runCheck(
        vipNameForeignAddress,
        { messages: [message({ from: 'CHEN, Ádá <boss771@gmail.com>' })] },
        vips([{ name: 'Ada Chen', addresses: [] }]),
      ),
    ).toBeDefined();
  });
  it('lets the address pass that is configured', () => {
    // People write to colleagues from their own mailbox.
    expect(
      runCheck(
        vipNameForeignAddress,
        { messages: [message({ from: 'Ada Chen <ada.chen@gmail.com>' })] },
        vips([{ name: 'Ada Chen', addresses: ['Ada.Chen@gmail.com'] }]),
      ),
    ).toBeUndefined();
  });
  it('lets the own domain pass', () => {
    expect(
      runCheck(
        vipNameForeignAddress,
        { messages: [message({ from: 'Ada Chen <ada@mail.hospital.example>' })] },
        vips([{ name: 'Ada Chen', addresses: [] }]),
      ),
    ).toBeUndefined();
  });
  it('lets another person of one of the names pass', () => {
    // A first name is shared by many.
    expect(
      runCheck(
        vipNameForeignAddress,
        { messages: [message({ from: 'Ada Lovelace <ada@gmail.com>' })] },
        vips([{ name: 'Ada Chen', addresses: [] }]),
      ),
    ).toBeUndefined();
  });
});
