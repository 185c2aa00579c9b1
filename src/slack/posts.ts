import type { webApi } from '@slack/bolt';
import type { Spot } from '../model.ts';
import type { Post } from './blocks/kit.ts';
import { METADATA } from './ids.ts';
import { calling, isBadContent } from './web-client.ts';

/** Where a post goes: a conversation, and a thread in it. */
export interface Target {
  channel: string;
  thread?: string;
}

/** What a post of ours is found by: ids of ours, in its metadata. */
export type Mark = Record<'step', string> & Partial<Record<'report' | 'case', string>>;

/** No post of ours ever makes Slack fetch a page. */
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

const metadataOf = (mark: Mark) => ({ event_type: METADATA, event_payload: { ...mark } });

/** Posts; when Slack refuses the blocks, the words alone. `loud` shows a thread's reply in the channel as well. */
export async function send(
  client: webApi.WebClient,
  to: Target,
  post: Post,
  mark: Mark,
  { loud = false } = {},
): Promise<Spot> {
  const base = {
    channel: to.channel,
    text: post.text,
    metadata: metadataOf(mark),
    ...QUIET,
    ...(to.thread && (loud ? { thread_ts: to.thread, reply_broadcast: true as const } : { thread_ts: to.thread })),
  };
  const sent = await orPlain(
    () => client.chat.postMessage({ ...base, blocks: post.blocks }),
    () => client.chat.postMessage(base),
  );
  return { channel: sent.channel ?? to.channel, ts: sent.ts ?? '' };
}

export async function edit(client: webApi.WebClient, spot: Spot, post: Post, mark: Mark): Promise<void> {
  const base = { channel: spot.channel, ts: spot.ts, text: post.text, metadata: metadataOf(mark), ...QUIET };
  await orPlain(
    () => client.chat.update({ ...base, blocks: post.blocks }),
    // An empty list takes the old blocks away, or the answer would stay "Checking…".
    () => client.chat.update({ ...base, blocks: [] }),
  );
}

async function orPlain<T>(full: () => Promise<T>, plain: () => Promise<T>): Promise<T> {
  try {
    return await calling(full);
  } catch (error) {
    if (!isBadContent(error)) throw error;
    return calling(plain);
  }
}

const PAGE = 200;
const MOST_PAGES = 10;

/** Our own post with this mark, in the thread or among the newest of the conversation. Undefined when there is none. */
export async function findOwn(client: webApi.WebClient, at: Target, mark: Mark): Promise<Spot | undefined> {
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const common = { channel: at.channel, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) };
    const thread = at.thread;
    const found = await calling<{
      messages?: { ts?: string; metadata?: { event_type?: string; event_payload?: object } }[];
      response_metadata?: { next_cursor?: string };
    }>(() => (thread ? client.conversations.replies({ ...common, ts: thread }) : client.conversations.history(common)));
    const own = found.messages?.find(({ metadata }) => isMarked(metadata, mark));
    if (own?.ts) return { channel: at.channel, ts: own.ts };
    cursor = found.response_metadata?.next_cursor;
    if (!cursor) return undefined;
  }
  return undefined;
}

function isMarked(metadata: { event_type?: string; event_payload?: object } | undefined, mark: Mark): boolean {
  if (metadata?.event_type !== METADATA) return false;
  const payload = (metadata.event_payload ?? {}) as Record<string, unknown>;
  return Object.entries(mark).every(([key, value]) => payload[key] === value);
}
