import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { updateFeed } from '../../src/intel/feeds/update.ts';
import type { FakePost, FakeSlack, Json } from '../../src/playground/fake-slack/types.ts';
import { ACTIONS, COMMANDS } from '../../src/slack/ids.ts';
import type { Feed } from '../../src/store/feed-store.ts';
import { openStores } from '../../src/store/open.ts';
import { definition, feedServer } from '../helpers/feed-server.ts';
import { answered, expectAllSentInert, read, whispered } from '../helpers/routes.ts';
import {
  AISHA,
  cardWith,
  openWorkspace,
  PRIYA,
  REPORTS,
  SECURITY,
  until,
  WARD,
  type Workspace,
} from '../helpers/workspace.ts';

/** A list of others that knows a link, and one that is too old: said to the reporter, and shown to reviewers. */
const folder = mkdtempSync(join(tmpdir(), 'lurecheck-sources-'));
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  const url = `sqlite:${join(folder, 'state.db')}`;
  const long = new Date(Date.now() - 5 * 86_400_000);
  for (const [name, at] of [
    ['openphish', undefined],
    ['old-list', long],
  ] as const) {
    const server = await feedServer();
    server.serve('https://parcel-fee.example/pay\n');
    const now = () => at ?? new Date();
    const stores = await openStores(url, { now: () => new Date() });
    await stores.feeds.add(definition(server.url, { name, everyMs: 86_400_000 }));
    await updateFeed(stores.feeds, (await stores.feeds.get(name)) as Feed, { now });
    await stores.close();
    await server.close();
  }
  workspace = await openWorkspace('http', { STATE_URL: url });
  slack = workspace.slack;
}, 30_000);
afterAll(async () => {
  await workspace.stop();
  rmSync(folder, { recursive: true });
});

const viewOf = async (user: string): Promise<string> => {
  const view = await until(() => slack.openView(user), 'the modal');
  return read({ text: '', blocks: view.view.blocks as Json[] });
};

describe('what lists know', () => {
  it('is said in the answer with number and names', async () => {
    const post = await slack.say(AISHA, REPORTS, { text: 'https://parcel-fee.example/pay' });
    const said = await answered(slack, post);
    expect(said).toMatch(
      /^Known to 2 sources: the list (?:openphish, the list old-list|old-list, the list openphish)\.$/m,
    );
    expect(said).toMatch(/old-list, but that list is out of date/);
  });

  it('is said under /checklink, and that it knows nothing', async () => {
    const ask = (text: string): Promise<FakePost> =>
      whispered(slack, AISHA, () => slack.command(AISHA, WARD, COMMANDS.checkLink, text));
    expect(read(await ask('https://parcel-fee.example/pay'))).toMatch(/Known to 2 sources/);
    // The silence of the list that is too old counts for nothing.
    expect(read(await ask('https://leaflet.example/'))).toMatch(
      /The one list or service that I asked does not know it/,
    );
  });

  it('stands on the card', async () => {
    expect(read(await cardWith(slack, /parcel-fee/))).toMatch(/Known to 2 sources[\s\S]*On lists of others\n• /);
  });
});

describe('the sources and their ages', () => {
  it('are shown to a reviewer who presses Sources on a card', async () => {
    await slack.press(PRIYA, await cardWith(slack, /parcel-fee/), ACTIONS.sources);
    const said = await viewOf(PRIYA);
    expect(said).toMatch(/1 of 2 in trouble/);
    expect(said).toMatch(/❗ old-list: out of date: 1 entry, 5 days old, allowed 3 days\./);
    expect(said).toMatch(/• openphish: 1 entry, 0 min old, allowed 3 days\./);
    await slack.closeView(PRIYA);
  });

  it('are shown to a reviewer by /checklink sources, without any card', async () => {
    await slack.command(PRIYA, SECURITY, COMMANDS.checkLink, ' Sources ');
    expect(await viewOf(PRIYA)).toMatch(/openphish/);
  });

  it('are in /health, where one is in trouble', async () => {
    const health = await fetch(new URL('/health', slack.options.requestUrl));
    expect(await health.json()).toMatchObject({ ok: true, warnings: ['The list old-list is older than it may be.'] });
  });

  it('are not shown to others', async () => {
    const said = await whispered(slack, AISHA, () => slack.command(AISHA, WARD, COMMANDS.checkLink, 'sources'));
    expect(read(said)).toMatch(/Only reviewers/);
    expect(slack.openView(AISHA)).toBeUndefined();
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack);
});
