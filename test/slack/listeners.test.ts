import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { VALUE } from '../../src/slack/blocks/kit.ts';
import { FIELDS } from '../../src/slack/blocks/modals.ts';
import { ACTIONS, COMMANDS, SHORTCUTS } from '../../src/slack/ids.ts';
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
  SECURITY,
  until,
  WARD,
  type Workspace,
  words,
} from '../helpers/workspace.ts';

let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('socket');
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const MAIL = new TextEncoder().encode(
  'From: IT <it@evil.example>\r\nTo: aisha@hospital.example\r\nSubject: Ward list\r\nDate: Mon, 2 Mar 2026 10:00:00 +0000\r\nMessage-ID: <w1@evil.example>\r\nContent-Type: text/plain\r\n\r\nYour password expires today. Verify your account: https://login.evil.example/\r\n',
);

/** The newest ephemeral post that a user is shown after `act`. */
async function whispered(user: string, act: () => Promise<unknown>, pattern: RegExp = /./): Promise<FakePost> {
  const before = slack.ephemerals(user).length;
  await act();
  return until(
    () =>
      slack
        .ephemerals(user)
        .slice(before)
        .find((post) => pattern.test(words(post))),
    `a whisper with ${pattern}`,
  );
}
const inDm = (user: string, pattern: RegExp): Promise<FakePost> =>
  until(
    () => botPosts(slack, slack.dmOf(user).id).find((post) => pattern.test(words(post))),
    `a direct message with ${pattern}`,
  );
const check = (text: string, user = AISHA): Promise<FakePost> =>
  whispered(user, () => slack.command(user, WARD, COMMANDS.checkLink, text));

describe('reports in a channel and by direct message', () => {
  it('answers a mail that the e-mail integration delivers', async () => {
    const post = await slack.mailInto(REPORTS, {
      subject: 'Fwd: parcel',
      from: { address: 'aisha@hospital.example', name: 'Aisha' },
      to: [{ address: 'reports@slack.example' }],
      text: 'see below',
      html: '<p>Pay at <a href="https://pay.evil.example/x">https://post.example</a></p>',
    });
    expect(words(await answerTo(slack, post))).toMatch(RISKS);
  });

  it('answers an upload by direct message in its thread', async () => {
    const dm = slack.dmOf(AISHA).id;
    const post = await slack.say(AISHA, dm, { text: 'odd?', files: [{ name: 'ward.eml', bytes: MAIL }] });
    expect((await answerTo(slack, post)).threadTs).toBe(post.ts);
  });

  it('answers a delivery that comes twice once', async () => {
    const post = await slack.say(AISHA, REPORTS, { text: 'https://twice.example/a' });
    await answerTo(slack, post);
    await slack.redeliver(post.ts);
    await slack.settled();
    expect(botPosts(slack, REPORTS).filter(({ threadTs }) => threadTs === post.ts)).toHaveLength(1);
  });

  it('answers a forwarded post', async () => {
    const original = await slack.say(AISHA, WARD, { text: 'Win a prize: https://prize.example/win' });
    const post = await slack.share(AISHA, { channel: WARD, ts: original.ts }, REPORTS, 'look');
    expect(words(await answerTo(slack, post))).toMatch(RISKS);
  });

  it('hints at talk once a person and channel, and never with a verdict', async () => {
    const first = await whispered(OMAR, () => slack.say(OMAR, REPORTS, { text: 'morning all' }));
    expect(words(first)).toMatch(/I check suspicious messages/);
    await slack.say(OMAR, REPORTS, { text: 'anyone there?' });
    await slack.settled();
    expect(slack.ephemerals(OMAR).filter((post) => /I check/.test(words(post)))).toHaveLength(1);
  });

  it('does not react to its own posts', async () => {
    await slack.settled();
    const own = slack.posts(REPORTS).filter(({ user }) => user === BOT.userId);
    expect(own.some(({ ts }) => slack.posts(REPORTS).some((post) => post.threadTs === ts))).toBe(false);
  });
});

describe('a mention', () => {
  it('checks the parent of the thread', async () => {
    const parent = await slack.say(JONAS, REPORTS, { text: 'please read carefully' });
    const mention = await slack.say(AISHA, REPORTS, { text: '@lurecheck is this real?', threadTs: parent.ts });
    expect(mention.text).toContain(`<@${BOT.userId}>`);
    const found = await until(
      () => botPosts(slack, REPORTS).find((post) => post.threadTs === parent.ts && RISKS.test(words(post))),
      'a verdict on the parent',
    );
    expect(found.threadTs).toBe(parent.ts);
  });

  it('with nothing to check is told so, to that person only', async () => {
    expect(
      words(await whispered(PRIYA, () => slack.say(PRIYA, REPORTS, { text: '@lurecheck hello' }), /nothing to check/)),
    ).toBeTruthy();
  });
});

describe('shortcuts', () => {
  it('take a post of a channel that the bot is not in, and answer by direct message', async () => {
    const post = await slack.say(JONAS, WARD, {
      text: 'Call us at once about your gift card: https://gift.example/card',
    });
    const said = await whispered(AISHA, () =>
      slack.messageShortcut(AISHA, { channel: WARD, ts: post.ts }, SHORTCUTS.message),
    );
    expect(words(said)).toMatch(/Thank you/);
    expect((await inDm(AISHA, /gift\[\.\]example|No known signs|Suspicious|High risk/)).channel).toBe(
      slack.dmOf(AISHA).id,
    );
  });

  it('open a form, refuse it empty, and report what was filled in', async () => {
    await slack.globalShortcut(JONAS, SHORTCUTS.global);
    await until(() => slack.openView(JONAS), 'the form');
    const empty = await slack.submit(JONAS, {});
    expect(empty.errors[FIELDS.text]).toMatch(/fill in/);
    const values = {
      [FIELDS.link]: { [VALUE]: { type: 'plain_text_input', value: 'form[.]example/login' } },
      [FIELDS.why]: { [VALUE]: { type: 'plain_text_input', value: 'came by SMS' } },
    };
    const sent = await slack.submit(JONAS, values, [{ name: 'ward.eml', bytes: MAIL }]);
    expect(sent).toMatchObject({ closed: true, errors: {} });
    expect(words(await inDm(JONAS, RISKS))).toMatch(/password/);
  });
});

describe('/checklink', () => {
  it.each([
    ['', /a blank, and then the link/],
    ['is this fine?', /found no link/],
    ['http://10.0.0.5/login', /inside the organisation/],
    ['localhost:8080', /inside the organisation/],
    ['https://intranet.hospital.example/x', /inside the organisation/],
    ['hxxps://defanged[.]example/x', /hxxps:\/\/defanged\[\.\]example\/x/],
  ])('answers %j helpfully', async (text, pattern) => {
    expect(words(await check(text))).toMatch(pattern);
  });

  it('lists ten links, the worst first', async () => {
    const links = Array.from({ length: 9 }, (_, index) => `https://page${index}.example/`);
    const said = words(await check([...links, 'https://paypal.com.secure-login.evil.example/verify'].join(' ')));
    const order = [...said.matchAll(/hxxps:\/\/([a-z0-9]+)\[/g)].map(([, name]) => name);
    expect(new Set(order).size).toBe(10);
    expect(order[0]).toBe('paypal');
  });

  it('becomes a report when the person says so, and only then', async () => {
    const asked = await check('https://promote.example/x', JONAS);
    await slack.settled();
    const before = slack.posts(SECURITY).length;
    const said = await whispered(JONAS, () => slack.press(JONAS, { channel: WARD, ts: asked.ts }, ACTIONS.reportLinks));
    expect(words(said)).toMatch(/Security was told/);
    await cardWith(slack, /promote\[\.\]example/);
    expect(slack.posts(SECURITY).length).toBeGreaterThan(before);
    expect(words(await inDm(JONAS, /promote|High risk|No known signs/))).toBeTruthy();
  });
});

describe('buttons', () => {
  it('tell whoever clicked what to do at once, and security loudly', async () => {
    const post = await slack.say(AISHA, REPORTS, { text: 'https://clicked.example/x' });
    const answer = await answerTo(slack, post);
    const said = await whispered(AISHA, () => slack.press(AISHA, { channel: REPORTS, ts: answer.ts }, ACTIONS.clicked));
    expect(words(said)).toMatch(/another device/);
    expect(said.threadTs).toBe(post.ts);
    expect(words(await cardWith(slack, /clicked\[\.\]example/))).toMatch(/Urgent/);
    await until(() => !/I clicked it/.test(words(slack.post(REPORTS, answer.ts) as FakePost)), 'the button to go');
  });

  it('ask security, whatever the verdict, and say so to the second who asks', async () => {
    const post = await slack.say(AISHA, REPORTS, { text: 'https://asked.example/x' });
    const answer = await answerTo(slack, post);
    const at = { channel: REPORTS, ts: answer.ts };
    const [one, two] = [
      whispered(AISHA, () => slack.press(AISHA, at, ACTIONS.askSecurity)),
      whispered(JONAS, () => slack.press(JONAS, at, ACTIONS.askSecurity)),
    ];
    const said = [words(await one), words(await two)];
    expect(said.filter((text) => /Security was asked to look/.test(text))).toHaveLength(1);
    expect(said.filter((text) => /asked already/.test(text))).toHaveLength(1);
    await cardWith(slack, /asked\[\.\]example/);
  });

  it('of the card are for reviewers only', async () => {
    const card = await cardWith(slack, /asked\[\.\]example/);
    const channel = slack.channels.find(({ id }) => id === SECURITY);
    await slack.press(PRIYA, { channel: SECURITY, ts: card.ts }, ACTIONS.claim);
    await until(
      () => /is looking at it/.test(words(slack.post(SECURITY, card.ts) as FakePost)),
      'the claim on the card',
    );
    channel?.members.push(JONAS);
    const said = await whispered(JONAS, () => slack.press(JONAS, { channel: SECURITY, ts: card.ts }, ACTIONS.decide));
    channel?.members.pop();
    expect(words(said)).toMatch(/Only reviewers/);
    expect(slack.openView(JONAS)).toBeUndefined();
  });

  it('let the first decision stand and tell the second', async () => {
    const card = await cardWith(slack, /asked\[\.\]example/);
    const at = { channel: SECURITY, ts: card.ts };
    for (const analyst of [PRIYA, OMAR]) {
      await slack.press(analyst, at, ACTIONS.decide);
      await until(() => slack.openView(analyst), 'the decide modal');
    }
    const choose = (kind: string) => ({
      [FIELDS.kind]: {
        [VALUE]: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: kind }, value: kind } },
      },
    });
    expect(await slack.submit(PRIYA, choose('spam'))).toMatchObject({ closed: true });
    const second = await slack.submit(OMAR, choose('phishing'));
    expect(second.closed).toBe(false);
    expect(JSON.stringify(slack.openView(OMAR)?.view)).toMatch(/was first/);
    await until(() => /Spam/.test(words(slack.post(SECURITY, card.ts) as FakePost)), 'the decision on the card');
  });
});

it('nothing that was sent was refused', () => {
  const refused = slack.log.filter(({ ok, error }) => !ok && error !== 'not_in_channel');
  expect(refused.map(({ method, error }) => `${method}: ${error}`)).toEqual([]);
});
