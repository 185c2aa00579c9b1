import { describe, expect, it } from 'vitest';
import { loadRegistries } from '../../../src/data/load.ts';
import { rdap } from '../../../src/intel/providers/rdap.ts';
import { asking, httpFaults } from './contract.ts';

const open = (base: string) => rdap(new Map([['example', `${base}/`]]));
const domain = (parts: object = {}) => ({
  json: {
    objectClassName: 'domain',
    ldhName: 'EVIL.EXAMPLE',
    events: [
      { eventAction: 'expiration', eventDate: '2027-11-20T00:00:00Z' },
      { eventAction: 'registration', eventDate: '2026-11-20T08:00:00Z' },
    ],
    entities: [
      { objectClassName: 'entity', roles: ['abuse'] },
      {
        objectClassName: 'entity',
        roles: ['registrar'],
        vcardArray: [
          'vcard',
          [
            ['version', {}, 'text', '4.0'],
            ['fn', {}, 'text', 'A Registrar Ltd'],
          ],
        ],
      },
    ],
    ...parts,
  },
});

describe('RDAP', () => {
  it('tells when a domain was registered, and with whom', async () => {
    const { reply, request } = await asking(open, 'evil.example', domain());
    expect(request).toMatchObject({ method: 'GET', path: '/domain/evil.example' });
    expect(request.headers.accept).toBe('application/rdap+json');
    expect(reply).toEqual({
      registration: { on: '2026-11-20', registrar: 'A Registrar Ltd' },
      answer: 'registered 2026-11-20, A Registrar Ltd',
    });
  });

  it('gives no age where the registry tells none', async () => {
    const { reply } = await asking(open, 'evil.example', domain({ events: [] }));
    expect(reply.registration).toBeUndefined();
  });

  it('does without a registrar', async () => {
    const { reply } = await asking(
      open,
      'evil.example',
      domain({ entities: [{ roles: ['registrar'], vcardArray: ['vcard'] }] }),
    );
    expect(reply.registration).toEqual({ on: '2026-11-20' });
  });

  it('knows nothing of a name that is not registered', async () => {
    const { reply } = await asking(open, 'new.example', { status: 404, json: { errorCode: 404, title: 'Not found' } });
    expect(reply).toEqual({ answer: 'not known' });
  });

  it.each([
    ['another domain', { ldhName: 'other.example' }],
    ['a date that is none', { events: [{ eventAction: 'registration', eventDate: '2026-99-99' }] }],
  ])('takes no answer about %s', async (_, parts) => {
    await expect(asking(open, 'evil.example', domain(parts))).rejects.toMatchObject({ why: 'rubbish' });
  });

  it('asks nothing of endings without a server, nor about sites on shared hosts', () => {
    const { takes } = open('');
    expect(takes({ host: 'www.evil.example', site: 'evil.example' })).toBe('evil.example');
    expect(takes({ site: 'evil.test' })).toBeUndefined();
    const real = rdap(loadRegistries());
    expect(real.takes({ host: 'x.github.io', site: 'x.github.io' })).toBeUndefined();
    expect(real.takes({ site: 'somebody.com' })).toBe('somebody.com');
  });

  httpFaults(open, 'evil.example');
});
