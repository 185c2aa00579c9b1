import { historyScope, postJson } from '../posts.ts';
import type { FakeChannel, FakePost, Json } from '../types.ts';
import { channelOf, dmOf, postsOf, userOf, type World } from '../world.ts';
import { ApiError, type Args, flag, joinedChannel, type Method, required, visibleChannel } from './method.ts';

const READ_SCOPES = { public: 'channels:read', private: 'groups:read', im: 'im:read' } as const;

const byChannel = (scope: (kind: FakeChannel['kind']) => string) => (world: World, args: Args) => {
  const channel = channelOf(world, String(args.channel));
  return channel ? [scope(channel.kind)] : [];
};

/** The part of a list that `limit` and `cursor` ask for. */
function page<T>(all: T[], args: Args, otherwise: number): { items: T[]; next: string } {
  const limit = Math.min(Math.max(Number(args.limit ?? otherwise) || otherwise, 1), 999);
  const from = args.cursor ? Number(Buffer.from(String(args.cursor), 'base64').toString().replace('next:', '')) : 0;
  if (Number.isNaN(from)) throw new ApiError('invalid_cursor');
  const next = from + limit < all.length ? Buffer.from(`next:${from + limit}`).toString('base64') : '';
  return { items: all.slice(from, from + limit), next };
}

function within(posts: FakePost[], args: Args): FakePost[] {
  const { oldest, latest } = args;
  const inclusive = flag(args.inclusive);
  return posts.filter((post) => {
    if (oldest !== undefined && (inclusive ? post.ts < String(oldest) : post.ts <= String(oldest))) return false;
    return latest === undefined || (inclusive ? post.ts <= String(latest) : post.ts < String(latest));
  });
}

function messages(world: World, posts: FakePost[], args: Args, otherwise: number): Args {
  const { items, next } = page(posts, args, otherwise);
  const metadata = flag(args.include_all_metadata);
  return {
    messages: items.map((post) => postJson(world, post, { metadata })),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  };
}

function channelJson(world: World, channel: FakeChannel): Record<string, Json> {
  return {
    id: channel.id,
    name: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: channel.kind === 'im',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived ?? false,
    is_member: channel.members.includes(world.options.bot.userId),
    ...(channel.kind === 'im' ? { user: channel.members.find((id) => id !== world.options.bot.userId) ?? null } : {}),
  };
}

const RANGE = ['channel', 'cursor', 'limit', 'oldest', 'latest', 'inclusive', 'include_all_metadata'];

export const CONVERSATIONS: Record<string, Method> = {
  'conversations.replies': {
    args: ['ts', ...RANGE],
    scopes: byChannel(historyScope),
    run(world, args) {
      const channel = joinedChannel(world, required(args, 'channel'));
      const ts = required(args, 'ts');
      const posts = postsOf(world, channel.id).filter((post) => post.ts === ts || post.threadTs === ts);
      if (posts.length === 0) throw new ApiError('thread_not_found');
      // The thread's first post is always there, whatever the range.
      const [parent, ...replies] = posts as [FakePost, ...FakePost[]];
      return messages(world, [parent, ...within(replies, args)], args, 1000);
    },
  },
  'conversations.history': {
    args: RANGE,
    scopes: byChannel(historyScope),
    run(world, args) {
      const channel = joinedChannel(world, required(args, 'channel'));
      const posts = postsOf(world, channel.id).filter((post) => !post.threadTs || post.broadcast);
      return messages(world, within(posts, args).reverse(), args, 100);
    },
  },
  'conversations.info': {
    args: ['channel', 'include_locale', 'include_num_members'],
    scopes: byChannel((kind) => READ_SCOPES[kind]),
    run: (world, args) => ({ channel: channelJson(world, visibleChannel(world, required(args, 'channel'))) }),
  },
  'conversations.members': {
    args: ['channel', 'cursor', 'limit'],
    scopes: byChannel((kind) => READ_SCOPES[kind]),
    run(world, args) {
      const { items, next } = page(visibleChannel(world, required(args, 'channel')).members, args, 100);
      return { members: items, response_metadata: { next_cursor: next } };
    },
  },
  'conversations.open': {
    args: ['channel', 'users', 'return_im', 'prevent_creation'],
    scopes: ['im:write'],
    run(world, args) {
      const users = required(args, 'users').split(',');
      if (users.length > 1) throw new ApiError('method_not_supported_for_channel_type');
      const user = userOf(world, users[0] as string);
      if (!user) throw new ApiError('user_not_found');
      if (user.role === 'bot') throw new ApiError('cannot_dm_bot');
      return { channel: { id: dmOf(world, user.id).id } };
    },
  },
};
