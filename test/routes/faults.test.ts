import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { cards, expectAllSentInert, invite, now, read, whispered } from '../helpers/routes.ts';
import {
  AISHA,
  answerTo,
  BOT,
  botPosts,
  cardWith,
  openWorkspace,
  REPORTS,
  SECURITY,
  until,
  type Workspace,
} from '../helpers/workspace.ts';

/** A Slack that is busy, picky or closed: the answer comes all the same, once. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('http', {}, {}, { runner: { pollMs: 50 } });
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const ask = (answer: FakePost): Promise<FakePost> =>
  whispered(slack, AISHA, () => slack.press(AISHA, { channel: REPORTS, ts: answer.ts }, ACTIONS.askSecurity));
const repliesTo = (post: FakePost): FakePost[] =>
  botPosts(slack, REPORTS).filter(({ threadTs }) => threadTs === post.ts);

describe('a busy Slack', () => {
  it('is waited for, and the answer comes once', async () => {
    slack.fail('chat.postMessage', { kind: 'rate-limit', seconds: 1 }, 2);
    slack.fail('chat.update', { kind: 'rate-limit', seconds: 1 });
    const post = await slack.say(AISHA, REPORTS, { text: 'https://busy.example/x' });
    expect(read(await answerTo(slack, post))).toMatch(/No known signs found/);
    expect(repliesTo(post)).toHaveLength(1);
  });

  it('that loses the line after a post gets no second one', async () => {
    slack.fail('chat.postMessage', { kind: 'drop' });
    const post = await slack.say(AISHA, REPORTS, { text: 'https://dropped.example/x' });
    await answerTo(slack, post);
    await slack.settled();
    expect(repliesTo(post)).toHaveLength(1);
  });

  it('that is ill for a while is tried again, file and all', async () => {
    slack.fail('download', { kind: 'http', status: 503 });
    slack.fail('chat.update', { kind: 'http', status: 500 });
    const post = await slack.say(AISHA, REPORTS, { files: [{ name: 'a.txt', bytes: Buffer.from('hello ward') }] });
    expect(read(await answerTo(slack, post))).toMatch(/No known signs found/);
    expect(repliesTo(post)).toHaveLength(1);
  });
});

describe('blocks that Slack refuses', () => {
  it('fall back to words with verdict, advice and reasons', async () => {
    slack.fail('chat.update', { kind: 'error', error: 'invalid_blocks' });
    const post = await slack.say(AISHA, REPORTS, { text: 'https://paypal-words.example/login' });
    const answer = await answerTo(slack, post);
    expect(answer.blocks).toEqual([]);
    expect(answer.text).toMatch(/Suspicious\n[\s\S]*Do not click its links[\s\S]*• .*PayPal/);
  });

  it('fall back to words with what was not looked at', async () => {
    slack.fail('download', { kind: 'http', status: 403 });
    slack.fail('chat.update', { kind: 'error', error: 'invalid_blocks' });
    const post = await slack.say(AISHA, REPORTS, { files: [{ name: 'b.pdf', bytes: Buffer.from('%PDF') }] });
    const answer = await answerTo(slack, post);
    expect(answer.blocks).toEqual([]);
    expect(answer.text).toMatch(/Could not check[\s\S]*b\.pdf” could not be fetched/);
  });

  it('of a card fall back to words that name who, what and where', async () => {
    const post = await slack.say(AISHA, REPORTS, { text: 'https://paypal-card.example/login' });
    const answer = await answerTo(slack, post);
    const before = cards(slack).length;
    slack.fail('chat.postMessage', { kind: 'error', error: 'invalid_blocks' });
    await ask(answer);
    const card = await until(() => cards(slack)[before], 'a card in words');
    expect(card.text).toMatch(/Suspicious/);
    expect(card.text).toMatch(/<@U0AISHA>/);
    expect(card.text).toMatch(/paypal-card\[\.\]example/);
  });
});

describe('a security channel that nobody let the bot into', () => {
  it('holds no answer up, and gets its card as soon as the bot is invited', async () => {
    const members = slack.channels.find(({ id }) => id === SECURITY)?.members ?? [];
    members.splice(members.indexOf(BOT.userId), 1);
    const post = await slack.say(AISHA, REPORTS, { text: 'https://paypal-closed.example/login' });
    const answer = await answerTo(slack, post);
    await ask(answer);
    await until(() => slack.log.some(({ error }) => error === 'channel_not_found'), 'the closed channel');
    await until(() => /Security is being told/.test(read(now(slack, answer))), 'the state in the answer');
    invite(slack, SECURITY, BOT.userId);
    await cardWith(slack, /paypal-closed/);
    await until(() => /Security was told/.test(read(now(slack, answer))), 'that security was told');
    expect(cards(slack).filter((card) => /paypal-closed/.test(read(card)))).toHaveLength(1);
  });
});

it('nothing that was sent bites or promises, and only what was provoked was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack, [
    'chat.postMessage ratelimited',
    'chat.update ratelimited',
    'chat.update http_500',
    'chat.update invalid_blocks',
    'chat.postMessage invalid_blocks',
    'chat.postMessage channel_not_found',
  ]);
});
