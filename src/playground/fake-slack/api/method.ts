import type { FakeChannel, FakePost, Json } from '../types.ts';
import { botIsIn, channelOf, postAt, type World } from '../world.ts';

export type Args = Record<string, Json>;

/** An answer with `ok: false`. `more` is merged into it. */
export class ApiError extends Error {
  override name = 'ApiError';
  readonly code: string;
  readonly more: Args;

  constructor(code: string, more: Args = {}) {
    super(code);
    this.code = code;
    this.more = more;
  }
}

/** One Web API method. */
export interface Method {
  /** The arguments that it knows; others are noted in the log. */
  args: string[];
  /** The bot scopes that it takes, where they depend on the arguments a function of them. */
  scopes?: string[] | ((world: World, args: Args) => string[]);
  /** `app`: takes the app-level token instead of the bot's. */
  token?: 'app';
  /** Returns what stands beside `ok: true`, or throws an ApiError. */
  run(world: World, args: Args): Args;
}

/** An argument that must be there. */
export function required(args: Args, name: string): string {
  const value = args[name];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value === '') {
    throw new ApiError('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  }
  return value;
}

/** A flag, which form encoding sends as a word. */
export const flag = (value: Json | undefined) => value === true || value === 'true' || value === '1' || value === 1;

/** A channel that the bot may see: its private channels, its DMs, and all public ones. */
export function visibleChannel(world: World, id: string): FakeChannel {
  const channel = channelOf(world, id);
  if (!channel || (channel.kind !== 'public' && !botIsIn(world, channel))) throw new ApiError('channel_not_found');
  return channel;
}

/** A channel that the bot is in. */
export function joinedChannel(world: World, id: string): FakeChannel {
  const channel = visibleChannel(world, id);
  if (!botIsIn(world, channel)) throw new ApiError('not_in_channel');
  return channel;
}

export function existingPost(world: World, channel: string, ts: string): FakePost {
  const post = postAt(world, channel, ts);
  if (!post) throw new ApiError('message_not_found');
  return post;
}
