import { describe, expect, it } from 'vitest';
import { numericHost } from '../../../src/checks/link/numeric-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('numeric-host', () => {
  it('catches a public number', () => {
    expect(runCheck(numericHost, { links: [link('http://203.0.113.7/x')] })).toEqual({ host: '203.0.113.7' });
  });
  it('catches a number in disguise', () => {
    // The browser folds it to 203.0.113.7.
    expect(runCheck(numericHost, { links: [link('http://3405803783/')] })).toBeDefined();
  });
  it('lets the own network pass', () => {
    // The printer’s page, mailed by IT.
    expect(runCheck(numericHost, { links: [link('http://192.168.1.1/')] })).toBeUndefined();
  });
  it('lets names with numbers pass', () => {
    expect(runCheck(numericHost, { links: [link('http://203.0.113.7.host.test/')] })).toBeUndefined();
  });
});
