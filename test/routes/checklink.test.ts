import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { ACTIONS, COMMANDS } from '../../src/slack/ids.ts';
import { cards, expectAllSentInert, inDm, read, whispered } from '../helpers/routes.ts';
import { AISHA, botPosts, cardWith, JONAS, openWorkspace, RISKS, WARD, type Workspace } from '../helpers/workspace.ts';

/** `/checklink`: asked in any channel, answered to one person. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace('http');
  slack = workspace.slack;
}, 30_000);
afterAll(() => workspace.stop());

const ask = (text: string, user = AISHA): Promise<FakePost> =>
  whispered(slack, user, () => slack.command(user, WARD, COMMANDS.checkLink, text));
const check = async (text: string): Promise<string> => read(await ask(text));

describe('/checklink', () => {
  it('without anything shows how to use it', async () => {
    expect(await check('')).toMatch(/Write `\/checklink`, a blank, and then the link/);
    expect(await check('   ')).toMatch(/Write `\/checklink`, a blank, and then the link/);
  });

  it('with a text that holds no link says so, and where to bring the text', async () => {
    expect(await check('is the mail from HR real?')).toMatch(/found no link[\s\S]*direct message/);
  });

  it('with a defanged link understands it, and hands it back defanged', async () => {
    const said = await check('hxxps://paypal-verify[.]example/login');
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/hxxps:\/\/paypal-verify\[\.\]example\/login/);
  });

  it.each(['10.0.0.5', 'http://10.0.0.5/login', 'intranet.hospital.example', 'https://intranet.hospital.example/rota'])(
    'with the internal address %s gives no verdict, but advice',
    async (text) => {
      const said = await check(text);
      expect(said).toMatch(/inside the organisation/);
      expect(said).not.toMatch(RISKS);
    },
  );

  it('with one bad link among internal ones judges it, and names the others', async () => {
    const said = await check('https://intranet.hospital.example/rota https://paypal-verify.example/login');
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/intranet\[\.\]hospital\[\.\]example\/rota: that is inside the organisation/);
  });

  it('with one honest link shows no signs, and no guarantee', async () => {
    const said = await check('https://www.nhs.uk/conditions/');
    expect(said).toMatch(/No known signs found/);
    expect(said).toMatch(/no guarantee/);
  });

  it('with one bad link says what not to do', async () => {
    const said = await check('https://www.paypal.com.account-check.example/login');
    expect(said).toMatch(/High risk|Suspicious/);
    expect(said).toMatch(/[Nn]ot open it/);
    expect(said).toMatch(/Report to security/);
  });

  it('with ten links says which one is bad, first', async () => {
    const links = Array.from({ length: 9 }, (_, index) => `https://leaflet${index}.example/`);
    const said = await check([...links, 'https://www.paypal.com.account-check.example/login'].join(' '));
    const listed = said.split('\n').filter((line) => line.startsWith('•') && line.includes('hxxps'));
    expect(listed).toHaveLength(10);
    expect(listed[0]).toMatch(/(?:High risk|Suspicious): hxxps:\/\/www\[\.\]paypal/);
    expect(listed.slice(1).every((line) => /No known signs found/.test(line))).toBe(true);
  });

  it('is seen by nobody else, and nobody hears of it', async () => {
    await slack.settled();
    expect(botPosts(slack, WARD).filter(({ ephemeralTo }) => ephemeralTo !== AISHA)).toEqual([]);
    expect(slack.ephemerals(JONAS)).toEqual([]);
    expect(cards(slack)).toEqual([]);
    expect(botPosts(slack, slack.dmOf(AISHA).id)).toEqual([]);
  });
});

describe('"Report to security"', () => {
  it('brings a card, and an answer by direct message; pressed twice, one of each', async () => {
    const asked = await ask('https://fee.paypal-desk.example/pay', JONAS);
    const at = { channel: WARD, ts: asked.ts };
    expect(read(await whispered(slack, JONAS, () => slack.press(JONAS, at, ACTIONS.reportLinks)))).toMatch(/Security/);
    const card = await cardWith(slack, /paypal-desk/);
    expect(read(card)).toMatch(/<@U0JONAS>: link check, asks security to look/);
    expect(read(await inDm(slack, JONAS, RISKS))).toMatch(/Security (?:was|is being) told/);
    expect(read(await whispered(slack, JONAS, () => slack.press(JONAS, at, ACTIONS.reportLinks)))).toMatch(/Security/);
    await slack.settled();
    expect(cards(slack)).toHaveLength(1);
    expect(botPosts(slack, slack.dmOf(JONAS).id)).toHaveLength(1);
  });

  it('by somebody else than who asked is not possible', async () => {
    const asked = await ask('https://other.paypal-desk.example/pay', JONAS);
    await expect(slack.press(AISHA, { channel: WARD, ts: asked.ts }, ACTIONS.reportLinks)).rejects.toThrow();
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack);
});
