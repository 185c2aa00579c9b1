import { describe, expect, it } from 'vitest';
import { machineLabelInHost } from '../../../src/checks/link/machine-label-in-host.ts';
import { link, runCheck } from '../../helpers/evidence.ts';

describe('machine-label-in-host', () => {
  it.each([
    ['a long hexadecimal label', 'https://862ce7c6a162c0ef.evil.test/'],
    ['a UUID', 'https://0dc13c99-28c3-4e78-b6fa-024c84209a51.evil.test/'],
  ])('catches %s', (_, url) => {
    expect(runCheck(machineLabelInHost, { links: [link(url)] })).toBeDefined();
  });
  it.each([
    ['a word of hexadecimal letters', 'https://facade.clinic.test/'],
    // Clouds number their machines so.
    ['a well-known house', 'https://862ce7c6a162c0ef170d.google.com/'],
  ])('lets %s pass', (_, url) => {
    expect(runCheck(machineLabelInHost, { links: [link(url)] })).toBeUndefined();
  });
});
