import { readFileSync } from 'node:fs';
import { parse } from 'tldts';
import { describe, expect, it } from 'vitest';
import { loadLists } from '../../src/data/load.ts';

const file = JSON.parse(readFileSync(new URL('../../src/data/brands.json', import.meta.url), 'utf8'));
const lists = loadLists();

describe('the brands', () => {
  it('say where they are from, under which licence and of when', () => {
    expect(file).toMatchObject({
      source: expect.stringMatching(/\S/),
      licence: expect.stringMatching(/\S/),
      date: expect.stringMatching(/^\d{4}-\d{2}$/),
    });
  });

  it('are at least 460, sorted by id, each once', () => {
    const ids = lists.brands.map((brand) => brand.id);
    expect(ids.length).toBeGreaterThanOrEqual(460);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
  });

  it('share no name: two brands of one name could not be told apart', () => {
    const names = lists.brands.flatMap((brand) => brand.names.map((name) => name.toLowerCase()));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('name registrable domains in ASCII, or endings that only the brand or a government gets', () => {
    const odd = lists.brands.flatMap((brand) =>
      brand.domains.filter((domain) => {
        const found = parse(domain, { allowPrivateDomains: false });
        return found.domain !== domain && found.publicSuffix !== domain;
      }),
    );
    expect(odd).toEqual([]);
  });

  it('claim no host under which anyone gets a site: a lure there would count as the brand’s own', () => {
    const shared = lists.brands.flatMap((brand) =>
      brand.domains.filter((domain) => lists.siteHosts.has(domain) || lists.mailServices.has(domain)),
    );
    expect(shared).toEqual(SHARED_KNOWINGLY);
  });
});

/** Companies that send mail for others, and that are impersonated under their own name. */
const SHARED_KNOWINGLY: string[] = [
  'hubspot.com',
  'mailchimp.com',
  'mailchimpapp.com',
  'salesforce.com',
  'sendgrid.com',
  'zoho.com',
];
