import { describe, expect, it } from 'vitest';
import { oddPort } from '../../../src/checks/link/odd-port.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('odd-port', () => {
  it('catches an unusual port', () => {
    expect(runCheck(oddPort, { links: [link('http://firm.test:4477/x')] })).toEqual({
      host: 'firm.test',
      port: '4477',
    });
  });
  it('lets the usual second ports pass', () => {
    expect(runCheck(oddPort, { links: [link('http://firm.test:8443/x')] })).toBeUndefined();
  });
  it('lets an intranet pass', () => {
    expect(runCheck(oddPort, { links: [link('http://intra.hospital.example:9000/')] })).toBeUndefined();
  });
  it('lets a host without a public name pass', () => {
    // A machine of one’s own network.
    expect(runCheck(oddPort, { links: [link('http://printer:9100/')] })).toBeUndefined();
  });
});
