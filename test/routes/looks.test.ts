import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { expectAllSentInert, now, read, saidLater, whispered } from '../helpers/routes.ts';
import { type Received, standIn } from '../helpers/service.ts';
import {
  AISHA,
  answerTo,
  cardWith,
  JONAS,
  openWorkspace,
  PRIYA,
  REPORTS,
  SECURITY,
  until,
  type Workspace,
} from '../helpers/workspace.ts';

/** What analysts press for on a card: links expanded, or scanned. Nothing here leads to a host that could be asked. */
const UUID = '0e37e828-a9d9-45c0-ac50-1ca579b86c72';

async function cardOf(slack: FakeSlack, url: string): Promise<FakePost> {
  const answer = await answerTo(slack, await slack.say(AISHA, REPORTS, { text: url }));
  await whispered(slack, AISHA, () => slack.press(AISHA, { channel: REPORTS, ts: answer.ts }, ACTIONS.askSecurity));
  return cardWith(slack, new RegExp(new URL(url).hostname.split('.')[0] ?? ''));
}

const inThread = (slack: FakeSlack, card: FakePost, pattern: RegExp): Promise<string> =>
  until(() => saidLater(slack, card).find((said) => pattern.test(said)), `${pattern} in the card’s thread`);

describe('where both are switched on', () => {
  let workspace: Workspace;
  let slack: FakeSlack;
  beforeAll(async () => {
    workspace = await openWorkspace('socket', {
      EXPAND_LINKS: 'press',
      URLSCAN_SUBMIT: 'press',
      URLSCAN_API_KEY: 'key-of-a-service',
      // Nobody listens there: its searches fail, and nothing is scanned in these tests.
      SERVICE_URLS: 'urlscan=http://127.0.0.1:9',
      REVIEWERS: PRIYA,
    });
    slack = workspace.slack;
    slack.channels.find(({ id }) => id === SECURITY)?.members.push(JONAS);
  }, 30_000);
  afterAll(() => workspace.stop());

  it('a reviewer expands links; what was left alone is said in the thread', async () => {
    const card = await cardOf(slack, 'https://evil-token.example/open?token=1234');
    expect(read(card)).toMatch(/\[Expand links\] \[Scan privately with urlscan\]/);
    const said = await whispered(slack, PRIYA, () => slack.press(PRIYA, card, ACTIONS.expandLinks));
    expect(read(said)).toMatch(/I am on it/);
    const brought = await inThread(slack, card, /Links expanded, as <@U0PRIYA> asked/);
    expect(brought).toMatch(/Left alone[\s\S]*evil-token\[\.\]example[\s\S]*it may work only once, or for one person/);
  });

  it('nobody else may press', async () => {
    const card = await cardOf(slack, 'https://evil-refused.example/open?token=1234');
    for (const action of [ACTIONS.expandLinks, ACTIONS.scanLinks]) {
      const said = await whispered(slack, JONAS, () => slack.press(JONAS, { channel: SECURITY, ts: card.ts }, action));
      expect(read(said)).toMatch(/Only reviewers/);
    }
    await slack.settled();
    await sleep(100);
    expect(saidLater(slack, card)).toEqual([]);
  });

  it('nothing bites', async () => {
    await slack.settled();
    expectAllSentInert(slack);
  });
});

it('a reviewer has a link scanned: privately, stripped, with the id in thread and receipts', async () => {
  const posts: Received[] = [];
  const service = await standIn((request) => {
    if (request.method === 'POST') posts.push(request);
    return { json: request.method === 'POST' ? { uuid: UUID, visibility: 'private' } : { total: 0, results: [] } };
  });
  const workspace = await openWorkspace('http', {
    URLSCAN_SUBMIT: 'press',
    URLSCAN_API_KEY: 'key-of-a-service',
    SERVICE_URLS: `urlscan=${service.url}`,
  });
  const { slack } = workspace;
  try {
    const card = await cardOf(slack, 'https://evil-scan.example/login/start?lang=en');
    expect(read(card)).not.toMatch(/Expand links/);
    expect(posts).toEqual([]);
    await Promise.all([slack.press(PRIYA, card, ACTIONS.scanLinks), slack.press(PRIYA, card, ACTIONS.scanLinks)]);
    const brought = await inThread(slack, card, /Scanned privately/);
    expect(brought).toMatch(/evil-scan\[\.\]example\/login\/start: private scan: urlscan\[\.\]io\/result\/0e37e828/);
    await slack.settled();
    expect(posts.map(({ body }) => JSON.parse(body))).toEqual([
      { url: 'https://evil-scan.example/login/start', visibility: 'private' },
    ]);
    expect(saidLater(slack, card)).toHaveLength(1);
    expectAllSentInert(slack);
  } finally {
    await workspace.stop();
  }
}, 30_000);

it('where they are off there is no button', async () => {
  const workspace = await openWorkspace('http', { REVIEWERS: PRIYA });
  const { slack } = workspace;
  try {
    const card = await cardOf(slack, 'https://evil-off.example/x');
    expect(read(now(slack, card))).not.toMatch(/Expand|Scan/);
  } finally {
    await workspace.stop();
  }
}, 30_000);
