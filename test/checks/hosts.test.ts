import { describe, expect, it } from 'vitest';
import { hostsAnyone, isWellKnown } from '../../src/checks/hosts.ts';
import { contextOf } from '../../src/checks/run.ts';
import { evidence, knowledge } from '../helpers/evidence.ts';

const context = contextOf(evidence(), knowledge());

describe('hosts', () => {
  it('are well known when they are our own, a brand’s or much visited', () => {
    expect(['hospital.example', 'office.com', 'google.com'].map((host) => isWellKnown(host, context))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['evil.example', 'paypal.com.evil.example', ''].some((host) => isWellKnown(host, context))).toBe(false);
  });

  it('belong to anyone when they lie under a list’s entry, whole labels only', () => {
    expect(
      ['a.b.pages.dev', 'bit.ly', 'form.jotform.com', 'www.mediafire.com'].every((host) => hostsAnyone(host, context)),
    ).toBe(true);
    expect(['notpages.dev', 'dev', 'hospital.example'].some((host) => hostsAnyone(host, context))).toBe(false);
  });
});
