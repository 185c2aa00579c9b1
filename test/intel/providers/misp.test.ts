import { describe, expect, it } from 'vitest';
import { misp } from '../../../src/intel/providers/misp.ts';
import { asking, HASH, httpFaults } from './contract.ts';

const open = (base: string) => misp('SECRET-KEY', base);
const listing = (value: string, info = 'Parcel lures') => ({
  json: { response: { Attribute: [{ id: '1', type: 'domain', value, to_ids: true, Event: { id: '7', info } }] } },
});

describe('MISP', () => {
  it('is searched for what is marked for detection and on no warning list', async () => {
    const { request } = await asking(open, 'evil.example', { json: { response: { Attribute: [] } } });
    expect(request).toMatchObject({ method: 'POST', path: '/attributes/restSearch' });
    expect(JSON.parse(request.body)).toMatchObject({ value: 'evil.example', to_ids: true, enforceWarninglist: true });
    expect(request.headers.authorization).toBe('SECRET-KEY');
  });

  it('says under which event', async () => {
    const { reply } = await asking(open, 'evil.example', listing('evil.example'));
    expect(reply.opinion).toEqual({ level: 'malicious', detail: 'your own MISP lists this under “Parcel lures”' });
  });

  it('finds a hash beside the name of its file', async () => {
    expect((await asking(open, HASH, listing(`invoice.exe|${HASH}`))).reply.opinion?.level).toBe('malicious');
  });

  it('lets a listing of something that merely holds the value pass', async () => {
    expect((await asking(open, 'evil.example', listing('notevil.example'))).reply.opinion).toBeUndefined();
  });

  httpFaults(open, 'evil.example');
});
