import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DECISIONS, type DecisionKind } from '../../src/model.ts';
import type { FakePost, FakeSlack } from '../../src/playground/fake-slack/types.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { decide, expectAllSentInert, headline, invite, now, read, saidLater, whispered } from '../helpers/routes.ts';
import {
  AISHA,
  answerTo,
  cardWith,
  JONAS,
  OMAR,
  openWorkspace,
  PRIYA,
  REPORTS,
  SECURITY,
  until,
  type Workspace,
} from '../helpers/workspace.ts';

/** What security decides, who may, and what every reporter hears of it. */
let workspace: Workspace;
let slack: FakeSlack;
beforeAll(async () => {
  workspace = await openWorkspace(
    'http',
    { REVIEWERS: `S0SOC,${OMAR}` },
    { userGroups: [{ id: 'S0SOC', users: [PRIYA] }] },
  );
  slack = workspace.slack;
  invite(slack, SECURITY, JONAS);
}, 30_000);
afterAll(() => workspace.stop());

/** A report that security was asked to look at: its answer and its card. */
async function asked(host: string, user = AISHA): Promise<{ answer: FakePost; card: FakePost }> {
  const answer = await answerTo(slack, await slack.say(user, REPORTS, { text: `https://${host}.example/x` }));
  await whispered(slack, user, () => slack.press(user, { channel: REPORTS, ts: answer.ts }, ACTIONS.askSecurity));
  return { answer, card: await cardWith(slack, new RegExp(host)) };
}

const told = (answer: FakePost, count: number): Promise<string[]> =>
  until(() => saidLater(slack, answer).length >= count && saidLater(slack, answer), `${count} words to the reporter`);

const HEARD: Record<DecisionKind, RegExp> = {
  phishing: /phishing[\s\S]*Delete it/,
  malware: /harmful software[\s\S]*Delete it/,
  fraud: /fraud[\s\S]*pay nothing/,
  spam: /spam: unwanted, but not an attack/,
  legitimate: /It is what it says it is/,
  simulation: /exercise of our own[\s\S]*exactly right/,
  inconclusive: /could not be settled[\s\S]*suspicious/,
};

describe('each decision', () => {
  it.each(DECISIONS)('%s is told with thanks, and nothing beside it says otherwise', async (kind) => {
    // A brand's look-alike, so that the machine's own word may well differ from the decision.
    const { answer, card } = await asked(`paypal-${kind}`);
    expect(await decide(slack, kind === 'spam' ? OMAR : PRIYA, card, kind, 'for us only')).toMatchObject({
      closed: true,
    });
    const [word = ''] = await told(answer, 1);
    expect(word).toMatch(/^Thank you\. Security looked at this\./);
    expect(word).toMatch(HEARD[kind]);
    const said = read(now(slack, answer));
    expect(headline(now(slack, answer))).toMatch(new RegExp(`^Security decided: ${kind}$`, 'i'));
    expect(said).toMatch(HEARD[kind]);
    expect(said).toMatch(/Thank you for reporting this/);
    expect(said).not.toMatch(/Why|No known signs|Could not check|What to do now/);
    if (!['phishing', 'malware', 'fraud'].includes(kind)) expect(said).not.toMatch(/High risk|Suspicious\b/);
    expect(said + word).not.toMatch(/for us only/);
    expect(read(now(slack, card))).toMatch(new RegExp(`Decided: ${kind}[\\s\\S]*for us only`, 'i'));
    expect(saidLater(slack, answer)).toHaveLength(1);
  });
});

describe('a decision that changes', () => {
  it('is told again, as a correction, to everybody', async () => {
    const { answer, card } = await asked('paypal-changes');
    const second = await answerTo(slack, await slack.say(JONAS, REPORTS, { text: 'https://paypal-changes.example/x' }));
    await decide(slack, PRIYA, card, 'legitimate');
    await told(answer, 1);
    await told(second, 1);
    await decide(slack, OMAR, now(slack, card), 'phishing');
    for (const reporter of [answer, second]) {
      const [, word = ''] = await told(reporter, 2);
      expect(word).toMatch(/^Security looked at this again, and corrects itself\. It is phishing/);
      expect(headline(now(slack, reporter))).toBe('Security decided: Phishing');
      expect(read(now(slack, reporter))).not.toMatch(/what it says it is/);
    }
  });

  it('is the answer to a copy that comes later', async () => {
    const copy = await slack.say(OMAR, REPORTS, { text: 'https://paypal-changes.example/x' });
    const answer = await until(
      () =>
        slack.posts(REPORTS).find((one) => one.threadTs === copy.ts && /Security decided: Phishing/.test(read(one))),
      'the known answer',
    );
    expect(read(answer)).toMatch(/It is phishing[\s\S]*2 colleagues reported this too/);
    expect(saidLater(slack, answer)).toEqual([]);
  });
});

describe('reviewers', () => {
  it('by group and by name may, others are refused kindly, and change nothing', async () => {
    const { card } = await asked('paypal-refused');
    const at = { channel: SECURITY, ts: card.ts };
    for (const action of [ACTIONS.claim, ACTIONS.decide]) {
      const said = await whispered(slack, JONAS, () => slack.press(JONAS, at, action));
      expect(read(said)).toMatch(/Only reviewers .* Ask whoever runs lurecheck/);
    }
    expect(slack.openView(JONAS)).toBeUndefined();
    expect(read(now(slack, card))).toMatch(/Nobody has claimed it yet/);
    await slack.press(OMAR, at, ACTIONS.claim);
    await until(() => /<@U0OMAR> is looking at it/.test(read(now(slack, card))), 'the claim');
    const said = await whispered(slack, PRIYA, () => slack.press(PRIYA, at, ACTIONS.claim));
    expect(read(said)).toMatch(/<@U0OMAR> was first/);
  });
});

it('nothing that was sent bites, promises or was refused', async () => {
  await slack.settled();
  expectAllSentInert(slack);
});
