import { describe, expect, it } from 'vitest';
import { dynamicNameHost } from '../../../src/checks/link/dynamic-name-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('dynamic-name-host', () => {
  it.each([['a borrowed name', 'https://bank-alert.duckdns.org/']])('catches %s', (_, url) => {
    expect(runCheck(dynamicNameHost, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    ['the service’s own page', 'https://www.duckdns.org/install'],
    ['a name that only ends alike', 'https://myduckdns.test/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(dynamicNameHost, { links: [link(url)] })).toBeUndefined();
  });
});
