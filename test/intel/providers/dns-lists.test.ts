import { Resolver } from 'node:dns/promises';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/intel/provider.ts';
import { type DnsListId, dnsList } from '../../../src/intel/providers/dns-lists.ts';
import { nameServer } from '../../helpers/service.ts';

async function asking(
  id: DnsListId,
  answer: Parameters<typeof nameServer>[0],
  options?: { dqsKey: string },
): Promise<{ reply: Reply; asked: string[] }> {
  const server = await nameServer(answer);
  const resolver = new Resolver({ timeout: 150, tries: 1 });
  resolver.setServers([server.address]);
  const reply = await dnsList(id, resolver, options).ask('evil.example', AbortSignal.timeout(5_000));
  return { reply, asked: server.asked };
}

describe('lists asked by DNS', () => {
  it.each<[DnsListId, string]>([
    ['spamhaus-dbl', 'evil.example.dbl.spamhaus.org'],
    ['surbl', 'evil.example.multi.surbl.org'],
    ['uribl', 'evil.example.multi.uribl.com'],
  ])('%s is asked for %s', async (id, name) => {
    const { reply, asked } = await asking(id, () => 3);
    expect(asked).toEqual([name]);
    expect(reply).toEqual({ answer: 'not known' });
  });

  it('asks Spamhaus in the zone of one’s own key', async () => {
    const { asked } = await asking('spamhaus-dbl', () => 3, { dqsKey: 'abcdefghij0123456789' });
    expect(asked).toEqual(['evil.example.abcdefghij0123456789.dbl.dq.spamhaus.net']);
  });

  it('is asked for registered names only', () => {
    const { takes } = dnsList('surbl', new Resolver());
    expect(takes({ host: 'a.b.evil.example', site: 'evil.example' })).toBe('evil.example');
    expect(takes({ url: 'https://evil.example/a', ip: '192.0.2.1' })).toBeUndefined();
  });

  it.each<[DnsListId, string, string | undefined]>([
    ['spamhaus-dbl', '127.0.1.2', 'suspicious'],
    ['spamhaus-dbl', '127.0.1.4', 'malicious'],
    ['spamhaus-dbl', '127.0.1.5', 'malicious'],
    ['spamhaus-dbl', '127.0.1.6', 'malicious'],
    ['spamhaus-dbl', '127.0.1.104', 'suspicious'],
    ['spamhaus-dbl', '127.0.1.99', undefined],
    ['spamhaus-dbl', '127.0.0.2', undefined],
    ['surbl', '127.0.0.8', 'malicious'],
    ['surbl', '127.0.0.80', 'malicious'],
    ['surbl', '127.0.0.64', 'suspicious'],
    ['surbl', '127.0.0.128', 'suspicious'],
    ['uribl', '127.0.0.2', 'suspicious'],
    ['uribl', '127.0.0.4', undefined],
    ['uribl', '127.0.0.8', 'suspicious'],
  ])('%s means by %s: %s', async (id, address, level) => {
    expect((await asking(id, () => [address])).reply.opinion?.level).toBe(level);
  });

  it.each<[string, DnsListId, string]>([
    ['a mistyped zone', 'spamhaus-dbl', '127.255.255.252'],
    ['a public resolver', 'spamhaus-dbl', '127.255.255.254'],
    ['too many questions', 'surbl', '127.255.255.255'],
    ['a numeric question', 'spamhaus-dbl', '127.0.1.255'],
    ['a resolver that it blocks', 'uribl', '127.0.0.1'],
    ['a resolver that it blocks, by mask', 'surbl', '127.0.0.1'],
  ])('never takes a refusal for a listing: %s', async (_, id, address) => {
    await expect(asking(id, () => [address])).rejects.toMatchObject({ name: 'ServiceError', why: 'refused' });
  });

  it('takes no answer of a provider that sends every unknown name to its own page', async () => {
    await expect(asking('surbl', () => ['203.0.113.9'])).rejects.toMatchObject({ why: 'rubbish' });
  });

  it.each<[string, ReturnType<Parameters<typeof nameServer>[0]>]>([
    ['a server that fails', 2],
    ['a server that refuses', 5],
    ['silence', 'silence'],
    ['rubbish', 'rubbish'],
  ])('tells of %s', async (_, behaviour) => {
    await expect(asking('surbl', () => behaviour)).rejects.toMatchObject({ name: 'ServiceError', why: 'down' });
  });
});
