import { afterEach, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { REPORTS } from '../../src/playground/cast.ts';
import { type Playground, startPlayground } from '../../src/playground/start.ts';
import { standIn } from '../helpers/service.ts';
import { RISKS, until, words } from '../helpers/workspace.ts';

let playground: Playground | undefined;
afterEach(() => playground?.stop());

it('asks no service, whatever is set up for the bot: the page says that nothing leaves the machine', async () => {
  const service = await standIn(() => ({ json: { results: [], total: 0 } }));
  playground = await startPlayground(
    readConfig({
      STATE_URL: 'sqlite::memory:',
      PORT: '0',
      LOG_LEVEL: 'silent',
      URLSCAN_API_KEY: '0123456789',
      SERVICE_URLS: `urlscan=${service.url}`,
    }),
  );
  const post = await playground.slack.say('U0AISHA', REPORTS, { text: 'https://parcel-fee.example/login' });
  const slack = playground.slack;
  const answer = await until(
    () => slack.posts(REPORTS).find((reply) => reply.threadTs === post.ts && RISKS.test(words(reply))),
    'the answer',
  );
  // Neither here nor at the service's own address, where it would only have failed.
  expect(words(answer)).not.toContain('urlscan');
  expect(service.received).toEqual([]);
}, 30_000);
