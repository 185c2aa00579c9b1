import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import type { FakePost, FakeSlack, Json } from '../../src/playground/fake-slack/types.ts';
import { VALUE } from '../../src/slack/blocks/kit.ts';
import { FIELDS } from '../../src/slack/blocks/modals.ts';
import { ACTIONS } from '../../src/slack/ids.ts';
import { bitesIn, stringsOf } from '../slack/bites.ts';
import { answerTo, BOT, botPosts, SECRETS, SECURITY, until, words } from './workspace.ts';

/** What the tests of the routes share: reading a post as a person does, acting, and judging everything that was sent. */

type Node = Record<string, Json>;
const nodes = (value: Json | undefined): Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : String((value as Node | undefined)?.text ?? '');

/** A post as a person reads it, line by line: bullets, `[buttons]`, mentions as `<@U…>`. */
export function read(post: Pick<FakePost, 'blocks' | 'text'>): string {
  return post.blocks.length === 0 ? post.text : nodes(post.blocks).map(readBlock).join('\n');
}

function readBlock(block: Node): string {
  if (block.type === 'rich_text') return nodes(block.elements).map(readRich).join('\n');
  if (block.type === 'actions')
    return nodes(block.elements)
      .map((one) => `[${textOf(one.text)}]`)
      .join(' ');
  if (block.type === 'context')
    return nodes(block.elements)
      .map((one) => textOf(one.text))
      .join(' ');
  return textOf(block.text);
}

function readRich(node: Node): string {
  if (node.type === 'rich_text_list')
    return nodes(node.elements)
      .map((item) => `• ${readRich(item)}`)
      .join('\n');
  if (node.type === 'user') return `<@${String(node.user_id)}>`;
  return node.elements ? nodes(node.elements).map(readRich).join('') : textOf(node.text);
}

/** Headline of a post: the verdict or the decision. */
export function headline(post: FakePost): string {
  return textOf(nodes(post.blocks).find(({ type }) => type === 'header')?.text);
}

/** The finished answer under a post, read. */
export async function answered(slack: FakeSlack, post: FakePost): Promise<string> {
  return read(await answerTo(slack, post));
}

/** A post as it stands now. */
export function now(slack: FakeSlack, { channel, ts }: FakePost): FakePost {
  const post = slack.post(channel, ts);
  if (!post) throw new Error(`the post ${ts} is gone`);
  return post;
}

/** The next ephemeral post that a user is shown after `act`, read. */
export async function whispered(
  slack: FakeSlack,
  user: string,
  act: () => Promise<unknown>,
  pattern: RegExp = /./,
): Promise<FakePost> {
  const before = slack.ephemerals(user).length;
  await act();
  return until(
    () =>
      slack
        .ephemerals(user)
        .slice(before)
        .find((post) => pattern.test(words(post))),
    `a whisper to ${user} with ${pattern}`,
  );
}

/** A post of the bot in somebody's direct messages. */
export function inDm(slack: FakeSlack, user: string, pattern: RegExp): Promise<FakePost> {
  return until(
    () => botPosts(slack, slack.dmOf(user).id).find((post) => pattern.test(words(post))),
    `a direct message to ${user} with ${pattern}`,
  );
}

/** What the bot wrote in a thread beside its first post there, read: what a reporter is told later. */
export function saidLater(slack: FakeSlack, answer: FakePost): string[] {
  const thread = answer.threadTs ?? answer.ts;
  return botPosts(slack, answer.channel)
    .filter((post) => post.threadTs === thread && post.ts !== answer.ts)
    .map(read);
}

/** Cards in the security channel, newest last. */
export function cards(slack: FakeSlack): FakePost[] {
  return botPosts(slack, SECURITY).filter((post) => !post.threadTs);
}

/** Lets somebody into a channel. */
export function invite(slack: FakeSlack, channel: string, user: string): void {
  slack.channels.find(({ id }) => id === channel)?.members.push(user);
}

/** Delivers an event that no person can cause in the fake, signed as Slack signs. Resolves with the status. */
export async function deliver(slack: FakeSlack, event: Record<string, Json>): Promise<number> {
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: slack.options.team.id,
    api_app_id: BOT.appId,
    event_id: `Ev${String(event.ts).replace('.', '')}`,
    event_time: Math.floor(Date.now() / 1000),
    event,
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRETS.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(slack.options.requestUrl ?? '', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  return response.status;
}

const select = (value: string): Json => ({
  type: 'static_select',
  selected_option: { text: { type: 'plain_text', text: value }, value },
});
export const typedIn = (value: string): Json => ({ type: 'plain_text_input', value });

/** Presses Decide (or Change decision) on a card and submits the modal. */
export async function decide(
  slack: FakeSlack,
  user: string,
  card: FakePost,
  kind: string,
  note?: string,
): Promise<Awaited<ReturnType<FakeSlack['submit']>>> {
  const before = slack.openView(user)?.id;
  await slack.press(user, card, ACTIONS.decide);
  await until(() => slack.openView(user) && slack.openView(user)?.id !== before, 'the decide modal');
  return slack.submit(user, {
    [FIELDS.kind]: { [VALUE]: select(kind) },
    ...(note && { [FIELDS.note]: { [VALUE]: typedIn(note) } }),
  });
}

/** Keys whose strings Slack does not show. */
const UNSEEN = /\/(?:type|style|action_id|block_id|callback_id|value|user_id|private_metadata|response_action)$/;
/** What we write on purpose: people by their id, the loud word that opens an alert, and links into our own workspace. */
const OURS =
  /<@U0(?:AISHA|JONAS|PRIYA|OMAR)>|^<!channel>(?= 🚨)|<https:\/\/riverside\.slack\.com\/archives\/[CG]\w+\/p\d+\|the report>/g;

/** All that anybody may read of what the bot sent, by whatever way. */
function shown(slack: FakeSlack): { method: string; path: string; text: string }[] {
  return slack.log.flatMap(({ method, args: { text, blocks, attachments, view, errors } }) =>
    stringsOf({ text, blocks, attachments, view, errors }).map((one) => ({ method, ...one })),
  );
}

/**
 * Judges the complete outgoing log of a file: nothing is called safe, nothing bites, Slack was never made to fetch
 * anything, and no call was refused but those that the test provoked (`method error`).
 */
export function expectAllSentInert(slack: FakeSlack, provoked: string[] = []): void {
  const said = shown(slack).filter(({ path }) => !UNSEEN.test(path));
  expect(said.length).toBeGreaterThan(0);
  expect(said.filter(({ text }) => /\bsafe\b/i.test(text))).toEqual([]);
  const bites = said.flatMap(({ method, path, text }) =>
    bitesIn(text.replace(OURS, ' ')).map((bite) => `${method} ${path}: ${bite} in ${JSON.stringify(text)}`),
  );
  expect(bites).toEqual([]);
  expect(slack.log.flatMap(({ unfurls = [] }) => unfurls)).toEqual([]);
  const refused = slack.log.filter(({ ok }) => !ok).map(({ method, error }) => `${method} ${error}`);
  expect(refused.filter((one) => !provoked.includes(one))).toEqual([]);
}
