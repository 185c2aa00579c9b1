import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { cards, deliver, expectAllSentInert, read, whispered } from '../helpers/routes.ts';
import {
  AISHA,
  answerTo,
  BOT,
  botPosts,
  JONAS,
  OMAR,
  openWorkspace,
  PRIYA,
  REPORTS,
  WARD,
  type Workspace,
} from '../helpers/workspace.ts';

/** What the bot keeps quiet about. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('http');
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

/** How much the bot has said in channels and direct messages so far. */
const said = async (): Promise<number> => {
  await slack.settled();
  return [REPORTS, WARD, slack.dmOf(AISHA).id].flatMap((channel) => botPosts(slack, channel)).length;
};

describe('talk in the report channel', () => {
  it('earns one friendly hint a person, and never a verdict', async () => {
    const hint = await whispered(slack, AISHA, () => slack.say(AISHA, REPORTS, { text: 'good morning everybody' }));
    expect(read(hint)).toMatch(/Hello! I check suspicious messages/);
    for (const text of ['is anybody there?', 'thanks', 'I had an urgent question about invoices', '👍']) {
      await slack.say(AISHA, REPORTS, { text });
    }
    await whispered(slack, JONAS, () => slack.say(JONAS, REPORTS, { text: 'hello' }));
    expect(await said()).toBe(0);
    expect(slack.ephemerals(AISHA)).toHaveLength(1);
    expect(slack.ephemerals(JONAS)).toHaveLength(1);
  });

  it('in direct messages earns the hint too, and never a verdict', async () => {
    const dm = slack.dmOf(AISHA).id;
    await slack.say(AISHA, dm, { text: 'hello' });
    await slack.say(AISHA, dm, { text: 'are you there?\nplease answer' });
    await slack.say(AISHA, dm, { text: 'thanks!' });
    await slack.settled();
    const posts = botPosts(slack, dm).map(read);
    expect(posts).toEqual([expect.stringMatching(/Hello! I check suspicious messages/)]);
  });

  it('in a channel that is no report channel is not even listened to', async () => {
    const before = await said();
    await slack.say(AISHA, WARD, { text: 'https://paypal-login.example/' });
    expect(await said()).toBe(before);
  });
});

describe('around a report', () => {
  it('talk in its thread, edits and deletions are left alone', async () => {
    const report = await slack.say(JONAS, REPORTS, { text: 'https://paypal-signin.example/x' });
    const answer = await answerTo(slack, report);
    const before = await said();
    await slack.say(PRIYA, REPORTS, { text: 'we look at it: https://scanner.example/result/1', threadTs: report.ts });
    await slack.say(OMAR, REPORTS, { text: 'the same as last week?', threadTs: report.ts });
    await slack.edit(JONAS, { channel: REPORTS, ts: report.ts }, 'https://paypal-signin.example/y');
    const chat = await slack.say(JONAS, REPORTS, { text: 'oops' });
    await slack.edit(JONAS, { channel: REPORTS, ts: chat.ts }, 'https://later.example/z');
    await slack.remove(JONAS, { channel: REPORTS, ts: chat.ts });
    expect(await said()).toBe(before);
    expect(slack.post(REPORTS, answer.ts)).toBeDefined();
  });

  it('its own posts and edits do not set it going', async () => {
    const own = botPosts(slack, REPORTS);
    expect(own.length).toBeGreaterThan(0);
    expect(slack.posts(REPORTS).filter(({ threadTs }) => own.some(({ ts }) => ts === threadTs))).toEqual([]);
    const before = await said();
    for (const event of [
      { type: 'message', subtype: 'bot_message', bot_id: BOT.botId, user: BOT.userId, text: 'https://a.example/' },
      { type: 'message', subtype: 'file_share', bot_id: BOT.botId, user: BOT.userId, text: 'https://b.example/' },
    ]) {
      expect(
        await deliver(slack, { ...event, channel: REPORTS, channel_type: 'channel', ts: '1700000001.000100' }),
      ).toBe(200);
    }
    expect(await said()).toBe(before);
  });

  it('other bots and Slack itself are left alone', async () => {
    const before = await said();
    const at = { type: 'message', channel: REPORTS, channel_type: 'channel', text: 'https://paypal-bot.example/login' };
    for (const [index, event] of [
      { ...at, subtype: 'bot_message', bot_id: 'B0OTHER', username: 'calendar' },
      { ...at, bot_id: 'B0OTHER', user: 'U0OTHERBOT' },
      { ...at, user: 'USLACKBOT' },
      { ...at, user: AISHA, subtype: 'channel_topic' },
      { ...at, user: AISHA, subtype: 'channel_join' },
    ].entries()) {
      expect(await deliver(slack, { ...event, ts: `170000000${index}.000200` })).toBe(200);
    }
    expect(await said()).toBe(before);
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expect(cards(slack)).toEqual([]);
  expectAllSentInert(slack);
});
