import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FakePost, FakeSlack, Json } from '../src/playground/fake-slack/types.ts';
import {
  AISHA,
  answerTo,
  botPosts,
  cardWith,
  JONAS,
  type Mode,
  OMAR,
  openWorkspace,
  PRIYA,
  REPORTS,
  SECURITY,
  until,
  type Workspace,
  words,
} from './helpers/workspace.ts';

/** From the Slack event to the reporter who is told, with the lure of February 2020, over both ways to Slack. */
const lure = {
  name: 'notice.eml',
  bytes: await readFile(new URL('../src/playground/samples/1-epidemic-2020.eml', import.meta.url)),
};

type Block = Record<string, Json>;

function inputs(slack: FakeSlack, user: string): Block[] {
  return ((slack.openView(user)?.view.blocks ?? []) as Block[]).filter(({ type }) => type === 'input');
}

/** Fills in the decide modal: the decision, and every observable ticked. */
async function decideInModal(slack: FakeSlack, user: string, decision: string): Promise<void> {
  const values: Record<string, Record<string, Json>> = {};
  for (const { block_id, element } of inputs(slack, user)) {
    const { type, action_id, options = [] } = element as { type: string; action_id: string; options?: Block[] };
    const state: Json =
      type === 'checkboxes'
        ? { type, selected_options: options }
        : type === 'static_select'
          ? { type, selected_option: options.find(({ value }) => value === decision) ?? null }
          : { type, value: 'Seen before.' };
    values[String(block_id)] = { [action_id]: state };
  }
  const { errors, error } = await slack.submit(user, values);
  expect({ errors, error }).toEqual({ errors: {}, error: undefined });
}

function buttonOf(post: FakePost, label: RegExp): string {
  for (const block of post.blocks as Block[]) {
    for (const element of (block.elements ?? []) as Block[]) {
      if (element.type === 'button' && label.test(String((element.text as Block).text)))
        return String(element.action_id);
    }
  }
  throw new Error(`no button ${label} in ${words(post)}`);
}

describe.each<Mode>(['http', 'socket'])('the walk of a report over %s', (mode) => {
  let workspace: Workspace;
  let slack: FakeSlack;
  beforeEach(async () => {
    workspace = await openWorkspace(mode);
    slack = workspace.slack;
  });
  afterEach(() => workspace.stop());

  it('goes from the ward to security and back', async () => {
    const report = await slack.say(AISHA, REPORTS, { text: '', files: [lure] });

    const answer = await answerTo(slack, report);
    expect(words(answer)).toMatch(/High risk/);
    expect(words(answer)).toMatch(/nhc-gov\[\.\]example/);
    expect(words(answer)).not.toMatch(/nhc-gov\.example/);

    const card = await cardWith(slack, /coronavirus/);
    expect(words(card)).toMatch(new RegExp(`<@${AISHA}>|"user_id":"${AISHA}"`));

    expect(await slack.press(PRIYA, card, buttonOf(card, /Claim/))).toEqual({});
    await until(
      () => /<@U0PRIYA>|"user_id":"U0PRIYA"/.test(words(slack.post(SECURITY, card.ts) as FakePost)),
      'the claim on the card',
    );
    await slack.press(OMAR, card, buttonOf(card, /Claim/));
    await until(
      () => slack.ephemerals(OMAR).some((post) => /U0PRIYA/.test(words(post))),
      'that Omar is told who was first',
    );

    await slack.press(PRIYA, card, buttonOf(card, /Decide/));
    await until(() => slack.openView(PRIYA), 'the decide modal');
    await decideInModal(slack, PRIYA, 'malware');

    await until(() => /malware/i.test(words(slack.post(SECURITY, card.ts) as FakePost)), 'the decision on the card');
    const told = await until(
      () =>
        botPosts(slack, REPORTS).find(
          (post) => post.threadTs === report.ts && post.ts !== answer.ts && /malware|harmful/i.test(words(post)),
        ),
      'the reporter being told',
    );
    expect(words(told)).toMatch(/[Tt]hank/);

    const copy = await slack.say(JONAS, REPORTS, { text: 'I have this too', files: [lure] });
    const known = await answerTo(slack, copy);
    expect(words(known)).toMatch(/1 colleague|colleague/i);

    const link = await slack.say(JONAS, REPORTS, { text: 'and this one? http://nhc-gov.example/' });
    expect(words(await answerTo(slack, link))).toMatch(/High risk/);

    await slack.settled();
    for (const post of [report, copy, link]) {
      const verdicts = botPosts(slack, REPORTS).filter(
        (reply) => reply.threadTs === post.ts && /What to do|High risk/.test(words(reply)),
      );
      expect(verdicts).toHaveLength(1);
    }
    expect(slack.log.filter(({ ok }) => !ok).map(({ method, error }) => `${method} ${error}`)).toEqual([]);
  });

  it('lets nobody decide who is no reviewer', async () => {
    await slack.say(AISHA, REPORTS, { files: [lure] });
    const card = await cardWith(slack, /coronavirus/);
    slack.channels.find(({ id }) => id === SECURITY)?.members.push(JONAS);
    // Jonas sees the card only now; whoever may review is asked of Slack at the press, so membership is what counts.
    slack.channels.find(({ id }) => id === SECURITY)?.members.splice(-1);
    await slack.press(JONAS, card, buttonOf(card, /Decide/)).catch(() => undefined);
    expect(slack.openView(JONAS)).toBeUndefined();
  });
});
