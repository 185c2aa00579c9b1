import { addPost, changePost, deletePost, postJson } from '../posts.ts';
import type { FakeChannel, FakePost, Json } from '../types.ts';
import { faultsOfBlocks } from '../validate/blocks.ts';
import { isObject } from '../validate/faults.ts';
import { faultOfMetadata } from '../validate/metadata.ts';
import { dmOf, newTs, now, userOf, type World, withIds } from '../world.ts';
import {
  ApiError,
  type Args,
  existingPost,
  flag,
  joinedChannel,
  type Method,
  required,
  visibleChannel,
} from './method.ts';

const CONTENT = ['text', 'blocks', 'attachments', 'metadata', 'link_names', 'parse', 'unfurl_links', 'unfurl_media'];
const DRESS = ['mrkdwn', 'username', 'icon_emoji', 'icon_url', 'reply_broadcast', 'thread_ts', 'as_user'];

/** Slack cuts at 40,000 characters and recommends 4,000. Here what is over the recommendation is refused. */
const LONGEST_TEXT = 4000;

/** The content of a message after all of Slack's checks; what was not given stays undefined. */
export function contentOf(args: Args, { update = false } = {}): Partial<FakePost> {
  const { text, blocks, attachments, metadata } = args;
  if (text !== undefined && typeof text !== 'string') throw new ApiError('invalid_arguments');
  if (text !== undefined && text.length > LONGEST_TEXT) throw new ApiError('msg_too_long');
  if (blocks !== undefined) {
    if (!Array.isArray(blocks)) throw new ApiError('invalid_blocks_format');
    const messages = faultsOfBlocks(blocks);
    if (messages.length > 0)
      throw new ApiError('invalid_blocks', { errors: messages, response_metadata: { messages } });
  }
  if (attachments !== undefined && !(Array.isArray(attachments) && attachments.every(isObject))) {
    throw new ApiError('invalid_attachments');
  }
  const fault = metadata === undefined ? undefined : faultOfMetadata(metadata);
  if (fault) throw new ApiError(fault);
  const empty = (list: Json | undefined) => !Array.isArray(list) || list.length === 0;
  const nothingNew = text === undefined && blocks === undefined && attachments === undefined;
  if (
    update
      ? nothingNew || (text === '' && empty(blocks) && empty(attachments))
      : !text && empty(blocks) && empty(attachments)
  ) {
    throw new ApiError('no_text');
  }
  return {
    ...(text === undefined ? {} : { text }),
    ...(Array.isArray(blocks) ? { blocks: withIds(blocks) } : {}),
    ...(Array.isArray(attachments) ? { attachments } : {}),
    ...(metadata === undefined ? {} : { metadata: Object.keys(metadata as object).length > 0 ? metadata : undefined }),
  };
}

/** The thread's first post. A reply's own ts is no thread. */
function threadOf(world: World, channel: FakeChannel, args: Args): string | undefined {
  if (args.thread_ts === undefined || args.thread_ts === '') return;
  const parent = world.posts.find((post) => post.channel === channel.id && post.ts === String(args.thread_ts));
  if (!parent || parent.deleted || parent.ephemeralTo || parent.threadTs) throw new ApiError('thread_not_found');
  return parent.ts;
}

/** Holds posts to one a second a channel, after a burst, where the options ask for it. */
function spend(world: World, channel: string): void {
  const { burst } = world.options;
  if (burst === undefined) return;
  const budget = world.budgets.get(channel) ?? { tokens: burst, at: now(world) };
  const tokens = Math.min(burst, budget.tokens + (now(world) - budget.at) / 1000);
  if (tokens < 1) throw new ApiError('ratelimited', { retryAfter: 1 });
  world.budgets.set(channel, { tokens: tokens - 1, at: now(world) });
}

function target(world: World, id: string): FakeChannel {
  const user = userOf(world, id);
  if (user?.role === 'bot') throw new ApiError('cannot_dm_bot');
  const channel = user ? dmOf(world, user.id) : joinedChannel(world, id);
  if (channel.archived) throw new ApiError('is_archived');
  return channel;
}

const ownPost = (world: World, args: Args, error: string): FakePost => {
  const channel = visibleChannel(world, required(args, 'channel'));
  const ts = required(args, 'ts');
  if (world.posts.some((post) => post.ts === ts && post.ephemeralTo)) throw new ApiError(error);
  const post = existingPost(world, channel.id, ts);
  if (post.user !== world.options.bot.userId) throw new ApiError(error);
  if (channel.archived) throw new ApiError('is_archived');
  return post;
};

export const CHAT: Record<string, Method> = {
  'chat.postMessage': {
    args: ['channel', ...CONTENT, ...DRESS],
    scopes: ['chat:write'],
    run(world, args) {
      const channel = target(world, required(args, 'channel'));
      const content = contentOf(args);
      const threadTs = threadOf(world, channel, args);
      spend(world, channel.id);
      const post = addPost(world, {
        ...content,
        channel: channel.id,
        user: world.options.bot.userId,
        botId: world.options.bot.botId,
        threadTs,
        broadcast: threadTs !== undefined && flag(args.reply_broadcast),
      });
      return { channel: channel.id, ts: post.ts, message: postJson(world, post, { metadata: true }) };
    },
  },
  'chat.update': {
    args: ['channel', 'ts', ...CONTENT, 'as_user', 'reply_broadcast', 'file_ids'],
    scopes: ['chat:write'],
    run(world, args) {
      const post = ownPost(world, args, 'cant_update_message');
      changePost(world, post, contentOf(args, { update: true }));
      return {
        channel: post.channel,
        ts: post.ts,
        text: post.text,
        message: postJson(world, post, { metadata: true }),
      };
    },
  },
  'chat.delete': {
    args: ['channel', 'ts', 'as_user'],
    scopes: ['chat:write'],
    run(world, args) {
      const post = ownPost(world, args, 'cant_delete_message');
      deletePost(world, post);
      return { channel: post.channel, ts: post.ts };
    },
  },
  'chat.postEphemeral': {
    args: ['channel', 'user', ...CONTENT, ...DRESS],
    scopes: ['chat:write'],
    run(world, args) {
      const channel = target(world, required(args, 'channel'));
      const user = required(args, 'user');
      if (!userOf(world, user)) throw new ApiError('user_not_found');
      if (!channel.members.includes(user)) throw new ApiError('user_not_in_channel');
      const content = contentOf(args);
      const threadTs = threadOf(world, channel, args);
      const { bot } = world.options;
      const post = addPost(world, {
        ...content,
        channel: channel.id,
        user: bot.userId,
        botId: bot.botId,
        threadTs,
        ephemeralTo: user,
      });
      return { message_ts: post.ts };
    },
  },
  'chat.getPermalink': {
    args: ['channel', 'message_ts'],
    run(world, args) {
      const channel = visibleChannel(world, required(args, 'channel'));
      const post = existingPost(world, channel.id, required(args, 'message_ts'));
      return { channel: channel.id, permalink: permalinkOf(world, post) };
    },
  },
};

/** The address of a post, with its thread. */
export function permalinkOf(world: World, post: FakePost): string {
  const thread = post.threadTs ? `?thread_ts=${post.threadTs}&cid=${post.channel}` : '';
  return `https://${world.options.team.domain}.slack.com/archives/${post.channel}/p${post.ts.replace('.', '')}${thread}`;
}

/** Links of a post that Slack would fetch: neither `unfurl_links` nor `unfurl_media` may be left on. */
export function unfurlsOf(args: Args): string[] {
  const off = (value: Json | undefined) => value === false || value === 'false' || value === '0' || value === 0;
  if (off(args.unfurl_links) && off(args.unfurl_media)) return [];
  const { text = '', blocks = [], attachments = [] } = args;
  return JSON.stringify([text, blocks, attachments]).match(/https?:\/\/[^\s"<>|\\]{1,2000}/gi) ?? [];
}

/** Posts what came by a response_url or an acknowledgement. */
export function postForPerson(world: World, args: Args, user: string, channel: string): FakePost {
  const { bot } = world.options;
  const threadTs = typeof args.thread_ts === 'string' ? args.thread_ts : undefined;
  const ephemeral = args.response_type === 'in_channel' ? {} : { ephemeralTo: user };
  return addPost(world, {
    ts: newTs(world),
    ...contentOf(args),
    channel,
    user: bot.userId,
    botId: bot.botId,
    threadTs,
    ...ephemeral,
  });
}
