import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { openStores } from '../../src/store/open.ts';
import type { Stores } from '../../src/store/stores.ts';
import { cards, decide, expectAllSentInert, headline, now, read, whispered } from '../helpers/routes.ts';
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

/** The buttons under an answer: for somebody who clicked, and for somebody who is not sure. */
let workspace: Workspace;
let slack: FakeSlack;
let stores: Stores;
beforeAll(async () => {
  const open = async (url: string): Promise<Stores> => {
    stores = await openStores(url);
    return stores;
  };
  workspace = await openWorkspace('http', {}, {}, { open });
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const report = async (host: string): Promise<FakePost> =>
  answerTo(slack, await slack.say(AISHA, REPORTS, { text: `https://${host}.example/x` }));
const press = async (user: string, answer: FakePost, action: string): Promise<string> =>
  read(await whispered(slack, user, () => slack.press(user, { channel: answer.channel, ts: answer.ts }, action)));
const becomes = (post: FakePost, pattern: RegExp, what: string): Promise<unknown> =>
  until(() => pattern.test(read(now(slack, post))), what);

describe('"I clicked it" under an answer that found nothing', () => {
  it('tells at once what to do, makes the case urgent, and is gone', async () => {
    const answer = await report('leaflet');
    expect(headline(answer)).toMatch(/No known signs found/);
    const told = await press(AISHA, answer, ACTIONS.clicked);
    expect(told).toMatch(/What to do now\n• Thank you for saying so/);
    expect(told).toMatch(/[Cc]hange that password now, from another device/);
    const card = await cardWith(slack, /leaflet/);
    expect(read(card)).toMatch(/Urgent: <@U0AISHA> clicked it/);
    const posted = slack.log.find(({ ts }) => ts === card.ts);
    expect(JSON.stringify(posted?.args.blocks)).toMatch(/<!channel> 🚨/);
    await becomes(answer, /Security was told/, 'that security was told');
    const said = read(now(slack, answer));
    expect(said).not.toMatch(/\[I clicked it|\[Ask security|Ask security to look/);
    expect(said).toMatch(/Because it was clicked\n• Thank you for saying so/);
  });

  it('by two people at once is heard from both, and said aloud', async () => {
    const answer = await report('poster');
    await press(AISHA, answer, ACTIONS.askSecurity);
    const card = await cardWith(slack, /poster/);
    const both = await Promise.all([press(AISHA, answer, ACTIONS.clicked), press(JONAS, answer, ACTIONS.clicked)]);
    for (const told of both) expect(told).toMatch(/What to do now/);
    await becomes(card, /Urgent: <@U0(?:AISHA>, <@U0JONAS|JONAS>, <@U0AISHA)> clicked it/, 'both on the card');
    const alerts = (): string =>
      slack
        .posts(SECURITY)
        .filter(({ threadTs, broadcast }) => threadTs === card.ts && broadcast)
        .map(read)
        .join('\n');
    await until(() => alerts().includes(AISHA) && alerts().includes(JONAS), 'both said aloud');
    expect(alerts()).toMatch(/^<!channel> 🚨/);
  });
});

describe('"Ask security to look"', () => {
  it('is said once, then gone; the answer says that it is on its way', async () => {
    const answer = await report('folder');
    expect(await press(AISHA, answer, ACTIONS.askSecurity)).toMatch(/Security was asked to look/);
    const card = await cardWith(slack, /folder/);
    expect(read(card)).toMatch(/<@U0AISHA>.*asks security to look/);
    await becomes(answer, /Security was told\. You will hear the result here\./, 'the state');
    expect(read(now(slack, answer))).not.toMatch(/Ask security/);
    expect(read(now(slack, answer))).toMatch(/\[I clicked it/);
    expect(cards(slack).filter((one) => /folder/.test(read(one)))).toHaveLength(1);
  });

  it('shows security the text, the files and the note that somebody sent by direct message', async () => {
    const dm = slack.dmOf(JONAS).id;
    const post = await slack.say(JONAS, dm, {
      text: 'Dear Jonas, we met at the conference in May. I would love to tell you about a new partnership of our firms.',
    });
    const answer = await answerTo(slack, post);
    await press(JONAS, answer, ACTIONS.askSecurity);
    expect(read(await cardWith(slack, /conference/))).toMatch(/It begins: Dear Jonas, we met at the conference in May/);
    const file = await slack.say(JONAS, dm, {
      text: 'from a new supplier',
      files: [{ name: 'offer-2026.txt', bytes: Buffer.from('Our offer is attached. Kind regards') }],
    });
    await press(JONAS, await answerTo(slack, file), ACTIONS.askSecurity);
    const card = read(await cardWith(slack, /new supplier/));
    expect(card).toMatch(/Files\n• offer-2026\.txt/);
  });
});

describe('after a decision', () => {
  it('that it was harmful, "I clicked it" stays; that it was legitimate, nothing does', async () => {
    for (const [host, kind, left] of [
      ['brochure', 'phishing', /\[I clicked it/],
      ['booklet', 'legitimate', undefined],
    ] as const) {
      const answer = await report(host);
      await press(AISHA, answer, ACTIONS.askSecurity);
      expect(await decide(slack, PRIYA, await cardWith(slack, new RegExp(host)), kind)).toMatchObject({ closed: true });
      await becomes(answer, /Security decided/, 'the decision in the answer');
      const said = read(now(slack, answer));
      expect(said).not.toMatch(/Ask security/);
      if (left) expect(said).toMatch(left);
      else expect(said).not.toMatch(/\[/);
    }
  });

  it('a click is still heard', async () => {
    const answer = await report('magazine');
    await press(AISHA, answer, ACTIONS.askSecurity);
    const card = await cardWith(slack, /magazine/);
    await decide(slack, PRIYA, card, 'phishing');
    await becomes(answer, /Security decided: Phishing/, 'the decision in the answer');
    expect(await press(AISHA, now(slack, answer), ACTIONS.clicked)).toMatch(/What to do now/);
    await becomes(card, /Urgent: <@U0AISHA>/, 'the urgent card');
    await becomes(answer, /Because it was clicked/, 'the advice');
    expect(read(now(slack, answer))).toMatch(/Delete it/);
    expect(read(now(slack, answer))).not.toMatch(/Do not delete/);
  });
});

describe('on a report whose content was deleted', () => {
  it('a click is taken and told to security; nothing invents what is gone', async () => {
    const answer = await report('pamphlet');
    await slack.settled();
    await stores.purge(new Date(Date.now() + 1_000));
    const before = cards(slack).length;
    expect(await press(AISHA, answer, ACTIONS.clicked)).toMatch(/What to do now/);
    const card = await until(() => cards(slack)[before], 'a card');
    expect(read(card)).toMatch(/Urgent: <@U0AISHA>/);
    expect(read(card)).toMatch(/deleted/);
    expect(read(card)).not.toMatch(/pamphlet/);
    await becomes(answer, /content of this report was deleted/, 'the answer');
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack);
});
