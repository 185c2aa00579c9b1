import { describe, expect, it } from 'vitest';
import { organisationNameForeignAddress } from '../../../src/checks/sender/organisation-name-foreign-address.ts';
import { knowledge, message, runCheck } from '../../helpers/evidence.ts';

describe('organisation-name-foreign-address', () => {
  it('catches the organisation’s name on a foreign address', () => {
    expect(
      runCheck(organisationNameForeignAddress, {
        messages: [message({ from: 'Riverside Hospital IT Helpdesk <it@desk.example>' })],
      }),
    ).toEqual({ name: 'Riverside Hospital IT Helpdesk', address: 'it@desk.example' });
  });
  it('catches a name in Chinese', () => {
    expect(
      runCheck(
        organisationNameForeignAddress,
        { messages: [message({ from: '河畔医院信息科 <it@desk.example>' })] },
        knowledge({ organisation: { names: ['河畔医院'] } }),
      ),
    ).toBeDefined();
  });
  it('lets the organisation itself pass', () => {
    // Sub-domains are its own.
    expect(
      runCheck(organisationNameForeignAddress, {
        messages: [message({ from: 'Riverside Hospital <news@mail.hospital.example>' })],
      }),
    ).toBeUndefined();
  });
  it('lets a mailing list pass', () => {
    // List software rewrites the sender so.
    expect(
      runCheck(organisationNameForeignAddress, {
        messages: [
          message({
            from: 'Ada via Riverside Hospital <list@lists.example>',
            headers: [{ name: 'list-id', value: '<list.lists.example>' }],
          }),
        ],
      }),
    ).toBeUndefined();
  });
  it('lets a longer word pass that begins alike', () => {
    // Another house with a name of its own.
    expect(
      runCheck(organisationNameForeignAddress, {
        messages: [message({ from: 'Riverside Hospitality <hotel@rooms.example>' })],
      }),
    ).toBeUndefined();
  });
});
