import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { VALUE } from '../../src/slack/blocks/kit.ts';
import { FIELDS } from '../../src/slack/blocks/modals.ts';
import { ACTIONS, COMMANDS, SHORTCUTS } from '../../src/slack/ids.ts';
import { decide, expectAllSentInert, inDm, read, typedIn, whispered } from '../helpers/routes.ts';
import {
  AISHA,
  answerTo,
  botPosts,
  cardWith,
  JONAS,
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
import { zip } from '../helpers/zip.ts';

/** What an attacker writes where it will be shown: nothing of it may work. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('http');
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const EVIL =
  '<!channel> <@U0EVIL> <https://evil.example|click> *bold* _it_ `x` :skull: @here \u202egpj.exe\u202c mailto:a@evil.example';
const LONG = `${EVIL} ${'long '.repeat(1_000)}`;

/** Presses "Ask security to look" where it is offered, so that the card is written too. */
async function escalated(answer: FakePost, user = AISHA): Promise<void> {
  if (!/Ask security to look"/.test(words(slack.post(answer.channel, answer.ts) ?? answer))) return;
  await slack.press(user, { channel: answer.channel, ts: answer.ts }, ACTIONS.askSecurity).catch(() => undefined);
}

describe('attacker text', () => {
  it('in every field of a mail', async () => {
    const post = await slack.mailInto(REPORTS, {
      subject: `Your password expires today ${LONG}`,
      from: { name: `Microsoft ${EVIL}`, address: '"<!channel>"@evil.example' },
      to: [{ name: EVIL, address: 'aisha@hospital.example' }],
      replyTo: `${EVIL} <reply@other.example>`,
      messageId: EVIL,
      text: `Verify your account: https://microsoft-login.evil.example/${'a'.repeat(3_000)} ${LONG}`,
      html: `<p>Verify your account <a href="https://microsoft-login.evil.example/<!channel>">https://www.microsoft.com/${EVIL}</a></p>`,
      attachments: [{ name: `invoice ${EVIL}\u202efdp.exe`, bytes: Buffer.from('MZ nothing') }],
    });
    const said = read(await answerTo(slack, post));
    expect(said).toMatch(/High risk/);
    expect(said).toMatch(/\[\.\]example/);
    await cardWith(slack, /microsoft-login/);
  });

  it('in the names of files, and of files within them', async () => {
    const post = await slack.say(AISHA, REPORTS, {
      text: EVIL.replace('<!channel>', '@channel'),
      files: [
        { name: `${EVIL}.zip`, bytes: zip([{ name: `${EVIL}/run.exe`, content: 'MZ', encrypted: true }]) },
        { name: `${'n'.repeat(4_000)}.pdf`, bytes: Buffer.from('no pdf') },
      ],
    });
    await escalated(await answerTo(slack, post));
  });

  it('in labels of links, and in links', async () => {
    const element = { type: 'link', url: `https://evil.example/?q=${encodeURIComponent(EVIL)}`, text: EVIL };
    const post = await slack.say(AISHA, REPORTS, {
      blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [element] }] }],
    });
    await escalated(await answerTo(slack, post));
    const long = await slack.say(AISHA, REPORTS, { text: `https://evil.example/${'x'.repeat(1_900)}` });
    await escalated(await answerTo(slack, long));
  });

  it('in a text, and in the note', async () => {
    await slack.globalShortcut(JONAS, SHORTCUTS.global);
    await until(() => slack.openView(JONAS), 'the form');
    const sent = await slack.submit(JONAS, {
      [FIELDS.text]: { [VALUE]: typedIn(`${EVIL} Verify your account ${'long '.repeat(400)}`) },
      [FIELDS.link]: { [VALUE]: typedIn(`${EVIL} not a link`) },
      [FIELDS.why]: { [VALUE]: typedIn(`${EVIL} ${'why '.repeat(150)}`) },
    });
    expect(sent).toMatchObject({ closed: true });
    await escalated(await inDm(slack, JONAS, RISKS), JONAS);
    await cardWith(slack, /What reporters wrote/);
  });

  it('behind /checklink', async () => {
    for (const text of [EVIL, LONG, `http://10.0.0.5/${EVIL}`, `https://evil.example/${EVIL}`]) {
      await whispered(slack, AISHA, () => slack.command(AISHA, WARD, COMMANDS.checkLink, text));
    }
  });

  it('in what is decided: observables to tick, and the note', async () => {
    await slack.settled();
    const cards = botPosts(slack, SECURITY).filter(({ threadTs }) => !threadTs);
    expect(cards.length).toBeGreaterThan(2);
    for (const card of cards) {
      expect(await decide(slack, PRIYA, card, 'malware', `${EVIL} ${'note '.repeat(100)}`)).toMatchObject({
        closed: true,
      });
      await until(() => /Decided: Malware/.test(read(slack.post(SECURITY, card.ts) as FakePost)), 'the decision');
    }
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack);
});
