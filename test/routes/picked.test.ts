import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { VALUE } from '../../src/slack/blocks/kit.ts';
import { FIELDS } from '../../src/slack/blocks/modals.ts';
import { SHORTCUTS } from '../../src/slack/ids.ts';
import { answered, cards, expectAllSentInert, inDm, invite, now, read, typedIn, whispered } from '../helpers/routes.ts';
import {
  AISHA,
  answerTo,
  BOT,
  botPosts,
  cardWith,
  JONAS,
  OMAR,
  openWorkspace,
  PRIYA,
  REPORTS,
  RISKS,
  until,
  WARD,
  type Workspace,
  words,
} from '../helpers/workspace.ts';

/** Posts that people point at (forwarding, shortcuts, mentions), and the form. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('http');
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const LURE = await readFile(new URL('../../src/playground/samples/2-password-expiry.eml', import.meta.url));
const pick = (user: string, { channel, ts }: FakePost) =>
  whispered(slack, user, () => slack.messageShortcut(user, { channel, ts }, SHORTCUTS.message));
/** The finished answers of the bot in a thread. */
const answersIn = (post: FakePost): FakePost[] =>
  botPosts(slack, post.channel).filter(({ threadTs, ...rest }) => threadTs === post.ts && RISKS.test(words(rest)));

describe('a post that is forwarded into the report channel', () => {
  it('is judged with the files that travel inside it', async () => {
    const original = await slack.say(JONAS, WARD, {
      text: 'look what came',
      files: [{ name: 'mail.eml', bytes: LURE }],
    });
    const said = await answered(
      slack,
      await slack.share(AISHA, { channel: WARD, ts: original.ts }, REPORTS, 'is it real?'),
    );
    expect(said).toMatch(/High risk/);
    expect(read(await cardWith(slack, /helpdesk-portal/))).toMatch(/What reporters wrote\n• <@U0AISHA>: is it real\?/);
  });

  it('is judged by its words and links, and its author is not accused', async () => {
    const original = await slack.say(JONAS, WARD, {
      text: 'IT says: your password expires today, verify your account at https://microsoft-login.portal.example/',
    });
    const said = await answered(slack, await slack.share(AISHA, { channel: WARD, ts: original.ts }, REPORTS));
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).not.toMatch(/jonas/i);
  });
});

describe('the message shortcut', () => {
  it('in a channel with the bot answers in the thread', async () => {
    const post = await slack.say(JONAS, REPORTS, { text: 'You have won a gift card, call us now' });
    expect(read(await pick(AISHA, post))).toMatch(/Thank you/);
    await until(() => answersIn(post).length === 1, 'an answer in the thread');
  });

  it('in a channel without the bot answers by direct message', async () => {
    const post = await slack.say(JONAS, WARD, { text: 'Is this DHL? https://dhl-fee.example/pay' });
    expect(read(await pick(AISHA, post))).toMatch(/direct message/i);
    expect(read(await inDm(slack, AISHA, /dhl-fee/))).toMatch(/High risk|Suspicious/);
  });

  it('says in that channel’s case which files it could not get', async () => {
    const post = await slack.say(JONAS, WARD, { files: [{ name: 'ward-list.pdf', bytes: Buffer.from('%PDF-1.7') }] });
    await pick(AISHA, post);
    expect(read(await inDm(slack, AISHA, /ward-list/))).toMatch(
      /Could not check[\s\S]*ward-list\.pdf” could not be fetched/,
    );
  });

  it('pressed a second time says where the answer is, and makes none', async () => {
    const post = await slack.say(JONAS, WARD, { text: 'Again: https://twice.example/pay' });
    await pick(AISHA, post);
    await inDm(slack, AISHA, /No known signs|Suspicious|High risk/);
    expect(read(await pick(AISHA, post))).toMatch(/already|before/);
    await slack.settled();
    expect(botPosts(slack, slack.dmOf(AISHA).id).filter((one) => /Checking/.test(words(one)))).toEqual([]);
  });

  it('on a post with nothing to check says so', async () => {
    const report = await slack.say(AISHA, REPORTS, { text: 'https://plain.example/' });
    const own = await answerTo(slack, report);
    expect(read(await pick(JONAS, own))).toMatch(/nothing to check/);
  });
});

describe('the form', () => {
  const fill = async (
    user: string,
    values: Record<string, string>,
    files: { name: string; bytes: Uint8Array }[] = [],
  ) => {
    await slack.globalShortcut(user, SHORTCUTS.global);
    await until(() => slack.openView(user), 'the form');
    const state = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [VALUE]: typedIn(value) }]));
    return slack.submit(user, state, files);
  };

  it('takes text, link and files as one report, and the note for the card only', async () => {
    const sent = await fill(
      OMAR,
      {
        [FIELDS.text]: 'Your parcel could not be delivered, pay the fee: https://parcel-fee.example/pay',
        [FIELDS.link]: 'second[.]example/login',
        [FIELDS.why]: 'my grandmother got it: your password expires today',
      },
      [{ name: 'form-mail.eml', bytes: LURE }],
    );
    expect(sent).toMatchObject({ closed: true, errors: {} });
    const said = read(await inDm(slack, OMAR, RISKS));
    expect(said).toMatch(/High risk/);
    expect(said).not.toMatch(/grandmother/);
    await slack.settled();
    expect(botPosts(slack, slack.dmOf(OMAR).id)).toHaveLength(1);
    const card = read(await cardWith(slack, /grandmother/));
    expect(card).toMatch(/What reporters wrote\n• <@U0OMAR>: my grandmother/);
    for (const seen of [/parcel-fee\[\.\]example/, /second\[\.\]example/, /helpdesk-portal\[\.\]example/])
      expect(card).toMatch(seen);
  });

  it('does not take what made somebody suspicious for evidence', async () => {
    await fill(PRIYA, {
      [FIELDS.link]: 'https://www.nhs.uk/',
      [FIELDS.why]: 'it says verify your account at https://paypal-login.evil.example',
    });
    expect(read(await inDm(slack, PRIYA, RISKS))).toMatch(/No known signs found/);
  });

  it('left empty says what to fill in, at the field', async () => {
    const sent = await fill(JONAS, { [FIELDS.why]: 'it is odd' });
    expect(sent).toMatchObject({ closed: false, errors: { [FIELDS.text]: expect.stringMatching(/fill in/) } });
    slack.closeView(JONAS);
  });
});

describe('a mention', () => {
  it('in a thread checks what the thread is about, where the bot was invited', async () => {
    invite(slack, WARD, BOT.userId);
    const parent = await slack.say(JONAS, WARD, { text: 'got this', files: [{ name: 'mention.eml', bytes: LURE }] });
    await slack.say(AISHA, WARD, { text: '@lurecheck what do you think?', threadTs: parent.ts });
    await until(() => answersIn(parent)[0], 'the answer');
    expect(read(now(slack, answersIn(parent)[0] as FakePost))).toMatch(/High risk/);
  });

  it('with a link of its own checks that, once', async () => {
    const parent = await slack.say(JONAS, REPORTS, { text: 'lunch?' });
    await slack.say(AISHA, REPORTS, { text: '@lurecheck and https://paypal-own.example/login ?', threadTs: parent.ts });
    await until(() => answersIn(parent)[0], 'the answer');
    await slack.settled();
    expect(answersIn(parent).map(read).join()).toMatch(/paypal-own/);
    expect(answersIn(parent)).toHaveLength(1);
    // Not in a thread Slack tells it twice: as a post in a report channel, and as a mention.
    const post = await slack.say(AISHA, REPORTS, { text: '@lurecheck https://paypal-twice.example/login' });
    await until(() => answersIn(post)[0], 'the answer');
    await slack.settled();
    expect(botPosts(slack, REPORTS).filter(({ threadTs }) => threadTs === post.ts)).toHaveLength(1);
  });

  it('with a message pasted behind it checks the message', async () => {
    const post = await slack.say(AISHA, WARD, {
      text: '@lurecheck Dear customer, we are in possession of a recording of you. Send bitcoin within 48 hours or it goes to all your contacts.',
    });
    await until(() => answersIn(post)[0], 'the answer');
  });

  it('with nothing is told what to do, alone', async () => {
    const said = await whispered(slack, AISHA, () => slack.say(AISHA, WARD, { text: '@lurecheck hello?' }));
    expect(read(said)).toMatch(/nothing to check/);
    expect(read(said)).toMatch(/Mention me in the thread/);
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expect(cards(slack).length).toBeGreaterThan(0);
  expectAllSentInert(slack, ['chat.postMessage not_in_channel']);
});
