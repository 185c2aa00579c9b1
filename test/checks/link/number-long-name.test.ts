import { describe, expect, it } from 'vitest';
import { numberLongName } from '../../../src/checks/link/number-long-name.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('number-long-name', () => {
  it.each([
    ['a long number as a name', 'https://1000000066481.test/'],
    ['a long number on a shared host', 'https://a00169763258.pages.dev/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(numberLongName, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    ['a short number, as firms in Asia use', 'https://12306.test/'],
    // Machines are numbered so.
    ['a number in front of the domain', 'https://0001234567.clinic.test/'],
    // `numeric-host` judges those.
    ['a bare number', 'https://203.0.113.7/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(numberLongName, { links: [link(url)] })).toBeUndefined();
  });
});
