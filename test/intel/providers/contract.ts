import { describe, expect, it } from 'vitest';
import { type Provider, ServiceError } from '../../../src/intel/provider.ts';
import { type Behaviour, standIn } from '../../helpers/service.ts';

/** What every service that speaks HTTP may do wrong, and what it must then be called. */
export function httpFaults(open: (base: string) => Provider, value: string, { anyJson = false } = {}): void {
  describe('a service in trouble', () => {
    const whyOf = async (behaviour: Behaviour, signal = AbortSignal.timeout(5_000)): Promise<string> => {
      const { url } = await standIn(() => behaviour);
      const error = await open(url)
        .ask(value, signal)
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ServiceError);
      // Errors are logged and shown: neither the key nor the question stands in them.
      expect((error as Error).message).not.toMatch(/SECRET|evil|[0-9a-f]{64}/i);
      return (error as ServiceError).why;
    };

    it.each<[string, Behaviour, string]>([
      ['a quota that is used up', { status: 429, json: { error: {} } }, 'quota'],
      ['a key that is not accepted', { status: 401, json: { error: {} } }, 'refused'],
      ['a forbidden question', { status: 403, text: 'Forbidden' }, 'refused'],
      ['an overloaded server', { status: 503, text: 'try later' }, 'down'],
      ['a line that drops', 'drop', 'down'],
      ['a page in place of an answer', { text: '<!doctype html><title>Log in</title>' }, 'rubbish'],
      [
        'a redirect, which would carry the key elsewhere',
        { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
        'rubbish',
      ],
      ['an answer without end', { text: ' '.repeat(1_100_000) }, 'rubbish'],
    ])('tells of %s', async (_, behaviour, why) => {
      expect(await whyOf(behaviour)).toBe(why);
    });

    it.skipIf(anyJson).each([{ hello: ['world'] }, [], null, 'text'])(
      'tells of JSON of another shape: %j',
      async (json) => {
        expect(await whyOf({ json })).toBe('rubbish');
      },
    );

    it('tells of silence', async () => {
      expect(await whyOf('hang', AbortSignal.timeout(50))).toBe('timeout');
    });

    it('tells of nobody there', async () => {
      await expect(open('http://127.0.0.1:9').ask(value, AbortSignal.timeout(5_000))).rejects.toMatchObject({
        why: 'down',
      });
    });
  });
}

/** One question, its reply, and what the service saw. */
export async function asking(open: (base: string) => Provider, value: string, behaviour: Behaviour) {
  const service = await standIn(() => behaviour);
  const reply = await open(service.url).ask(value, AbortSignal.timeout(5_000));
  const [request] = service.received;
  if (!request) throw new Error('nothing was asked');
  return { reply, request };
}

export const HASH = 'ab'.repeat(32);
