import { describe, expect, it } from 'vitest';
import { nameWithoutAddress } from '../../../src/checks/sender/name-without-address.ts';
import { link, message, runCheck } from '../../helpers/evidence.ts';

const AWAY = [link('https://www.kl-garten.example/x')];

describe('name-without-address', () => {
  const run = (parts: Parameters<typeof message>[0], links = AWAY) =>
    runCheck(nameWithoutAddress, { messages: [message(parts)], links });

  it('catches a sender that is only a name', () => {
    expect(run({ from: 'Gift Desk' })).toEqual({ name: 'Gift Desk' });
  });
  it('lets an address pass', () => {
    expect(run({ from: 'Gift Desk <gift@school.example>' })).toBeUndefined();
  });
  it('lets forwarded mail pass, of which only the name was printed', () => {
    expect(run({ from: 'Ada Chen', form: 'quoted' })).toBeUndefined();
  });
  it('lets delivery reports pass, and mail without links', () => {
    expect(run({ from: 'Mail Delivery Subsystem' })).toBeUndefined();
    expect(run({ from: 'Ada Chen' }, [])).toBeUndefined();
  });
});
