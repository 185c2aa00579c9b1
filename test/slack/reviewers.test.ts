import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { boltLogger, openLog } from '../../src/slack/log.ts';
import { openReviewers, type Reviewers } from '../../src/slack/reviewers.ts';
import { openClient } from '../../src/slack/web-client.ts';
import { openStores } from '../../src/store/open.ts';
import type { Stores } from '../../src/store/stores.ts';
import { AISHA, OMAR, openTestSlack, PRIYA, SECRETS, SECURITY } from '../helpers/workspace.ts';

let slack: FakeSlack;
let now: Date;
let stores: Stores;
beforeEach(async () => {
  now = new Date();
  stores = await openStores('sqlite::memory:', { now: () => now });
  slack = await openTestSlack({ userGroups: [{ id: 'S0ANALYSTS', users: [OMAR] }] });
});
afterEach(async () => {
  await slack.close();
  await stores.close();
});

const open = (reviewers: string[]): Reviewers =>
  openReviewers(openClient(SECRETS.botToken, slack.apiUrl, boltLogger(openLog('silent'))), {
    team: 'T0TEST',
    reviewers,
    securityChannel: SECURITY,
    cache: stores.cache('reviewers'),
  });
const calls = (): number => slack.log.length;

describe('who may review', () => {
  it('is a member of the security channel when nobody is named', async () => {
    const { mayReview } = open([]);
    expect(await mayReview(PRIYA, 'T0TEST')).toBe(true);
    expect(await mayReview(AISHA, 'T0TEST')).toBe(false);
  });

  it('is who is named, and nobody else, when somebody is', async () => {
    const { mayReview } = open([AISHA]);
    expect(await mayReview(AISHA, 'T0TEST')).toBe(true);
    expect(await mayReview(PRIYA, 'T0TEST')).toBe(false);
    expect(calls()).toBe(0);
  });

  it('is a member of a named group', async () => {
    const { mayReview } = open(['S0ANALYSTS']);
    expect(await mayReview(OMAR, 'T0TEST')).toBe(true);
    expect(await mayReview(PRIYA, 'T0TEST')).toBe(false);
  });

  it('is nobody of another workspace, even in the channel', async () => {
    const { mayReview } = open([PRIYA]);
    expect(await mayReview(PRIYA, 'T0OTHER')).toBe(false);
    expect(await mayReview(PRIYA, undefined)).toBe(false);
  });
});

describe('what was looked up', () => {
  it('is kept for a minute', async () => {
    const { mayReview } = open([]);
    await mayReview(PRIYA, 'T0TEST');
    await mayReview(OMAR, 'T0TEST');
    expect(calls()).toBe(1);
    now = new Date(now.getTime() + 61_000);
    slack.channels.find(({ id }) => id === SECURITY)?.members.splice(0, 1);
    expect(await mayReview(PRIYA, 'T0TEST')).toBe(false);
  });

  it('is asked again after a failure, and nobody may meanwhile', async () => {
    const { mayReview } = open([]);
    slack.fail('conversations.members', { kind: 'http', status: 500 });
    await expect(mayReview(PRIYA, 'T0TEST')).rejects.toThrow();
    expect(await mayReview(PRIYA, 'T0TEST')).toBe(true);
  });
});
