import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRegistries } from '../../src/data/load.ts';

const file = JSON.parse(readFileSync(new URL('../../src/data/rdap-dns.json', import.meta.url), 'utf8'));

describe('the RDAP servers', () => {
  it('say where they are from, under which licence and of when', () => {
    expect(file).toMatchObject({
      source: expect.stringMatching(/data\.iana\.org/),
      licence: expect.stringMatching(/\S/),
      date: expect.stringMatching(/^\d{4}-\d{2}$/),
    });
  });

  it('are sorted, each ending once, each server with TLS and a slash at its end', () => {
    const endings = file.services.flatMap(([names]: [string[]]) => names);
    expect(endings).toHaveLength(new Set(endings).size);
    for (const [names, server] of file.services) {
      expect(names).toEqual([...names].sort());
      expect(server).toMatch(/^https:\/\/[A-Za-z0-9.:/-]+\/$/);
    }
    const firsts = file.services.map(([[first]]: [string[]]) => first);
    expect(firsts).toEqual([...firsts].sort());
  });

  it('know the endings that matter most', () => {
    const registries = loadRegistries();
    for (const ending of ['com', 'net', 'org', 'info', 'top', 'xyz', 'shop', 'online', 'fr', 'uk']) {
      expect(registries.get(ending), ending).toBeDefined();
    }
    expect(registries.size).toBeGreaterThan(1_000);
  });
});
