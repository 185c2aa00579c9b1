import { describe, expect, it } from 'vitest';
import { listable, observableId } from '../../src/cases/listable.ts';
import type { Observable } from '../../src/model.ts';
import { evidence, knowledge } from '../helpers/evidence.ts';

function offered(...observables: Observable[]): string[] {
  return listable(evidence({ observables }), knowledge()).map(({ value }) => value);
}

describe('what an analyst may put on the own list', () => {
  it('is the attacker’s domain, address, link and file', () => {
    const observables: Observable[] = [
      { kind: 'domain', value: 'evil.example' },
      { kind: 'address', value: 'boss@evil.example' },
      { kind: 'url', value: 'https://evil.example/' },
      { kind: 'sha256', value: 'ab'.repeat(32) },
    ];
    expect(offered(...observables)).toHaveLength(4);
  });

  it('is never a domain that honest mail uses: one slip would convict it for ever', () => {
    const domains = ['google.com', 'gmail.com', 'web.app', 'bit.ly', 'jotform.com', 'mediafire.com', 'dhl.com'];
    expect(offered(...domains.map((value): Observable => ({ kind: 'domain', value })))).toEqual([]);
  });

  it('is no host of a brand or a well-known house either, but a stranger’s page under one is', () => {
    const hosts = ['www.dhl.com', 'maps.google.com', 'www.nhc.gov.cn', 'evil.github.io', 'evil.web.app'];
    expect(offered(...hosts.map((value): Observable => ({ kind: 'domain', value })))).toEqual([
      'evil.github.io',
      'evil.web.app',
    ]);
  });

  it('is never our own', () => {
    expect(
      offered(
        { kind: 'domain', value: 'mail.hospital.example' },
        { kind: 'address', value: 'it@hospital.example' },
        { kind: 'url', value: 'https://hospital.example/login' },
      ),
    ).toEqual([]);
  });

  it('is a page on a shared host, but not the host’s front page', () => {
    expect(
      offered({ kind: 'url', value: 'https://google.com/' }, { kind: 'url', value: 'https://google.com/forms/1' }),
    ).toEqual(['https://google.com/forms/1']);
  });

  it('is named by an id that does not hold the observable', () => {
    expect(observableId({ kind: 'domain', value: 'evil.example' })).toMatch(/^[0-9a-f]{16}$/);
  });
});
