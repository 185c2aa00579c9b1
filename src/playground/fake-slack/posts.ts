import { fileJson } from './files.ts';
import type { FakeChannel, FakePost, FakeView, Json } from './types.ts';
import { botIsIn, changed, channelOf, newTs, postsOf, userOf, type World } from './world.ts';

type Draft = Partial<FakePost> & { channel: string; user: string };

/** Puts a post into the world and tells the app of it, where it may hear. Ephemeral posts make no event. */
export function addPost(world: World, draft: Draft): FakePost {
  const post: FakePost = {
    ts: newTs(world),
    text: '',
    blocks: [],
    attachments: [],
    files: [],
    broadcast: false,
    edited: false,
    deleted: false,
    reactions: [],
    ...draft,
  };
  world.posts.push(post);
  if (!post.ephemeralTo) announce(world, post.channel, { ...postJson(world, post), event_ts: post.ts });
  changed(world);
  return post;
}

/** Changes a post as `change` says and sends message_changed, also when the app changed its own. */
export function changePost(world: World, post: FakePost, change: Partial<FakePost>): void {
  const before = postJson(world, post);
  Object.assign(post, change, { edited: true });
  if (!post.ephemeralTo) {
    announce(world, post.channel, {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message: postJson(world, post),
      previous_message: before,
      ts: newTs(world),
      event_ts: newTs(world),
    });
  }
  changed(world);
}

export function deletePost(world: World, post: FakePost): void {
  const before = postJson(world, post);
  post.deleted = true;
  if (!post.ephemeralTo) {
    announce(world, post.channel, {
      type: 'message',
      subtype: 'message_deleted',
      hidden: true,
      deleted_ts: post.ts,
      previous_message: before,
      ts: newTs(world),
      event_ts: newTs(world),
    });
  }
  changed(world);
}

const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im' } as const;
const HEARD: Record<FakeChannel['kind'], { event: string; scope: string }> = {
  public: { event: 'message.channels', scope: 'channels:history' },
  private: { event: 'message.groups', scope: 'groups:history' },
  im: { event: 'message.im', scope: 'im:history' },
};

/** The scope that reading a channel of this kind takes. */
export const historyScope = (kind: FakeChannel['kind']) => HEARD[kind].scope;

/** Sends a message event, and app_mention where it applies, if the manifest declares it and the bot is there. */
function announce(world: World, channelId: string, event: Record<string, Json>): void {
  const { events, scopes, bot } = world.options;
  const channel = channelOf(world, channelId);
  if (!channel || !botIsIn(world, channel)) return;
  const heard = HEARD[channel.kind];
  const full = { ...event, channel: channel.id, channel_type: CHANNEL_TYPES[channel.kind] };
  if (events.includes(heard.event) && scopes.includes(heard.scope)) world.dispatch(full);
  // A mention beside a file comes as both events: an app that listens to both must count it once.
  const spoken = event.subtype === undefined || event.subtype === 'file_share';
  const mentioned = spoken && String(event.text ?? '').includes(`<@${bot.userId}>`);
  if (!mentioned || channel.kind === 'im' || event.user === bot.userId) return;
  if (events.includes('app_mention') && scopes.includes('app_mentions:read')) {
    const { channel_type: _, ...mention } = full;
    world.dispatch({ ...mention, type: 'app_mention' });
  }
}

/** A post as Slack's events and history show it. Metadata is shown on request only, and only to the app that set it. */
export function postJson(world: World, post: FakePost, { metadata = false } = {}): Record<string, Json> {
  const { bot, team } = world.options;
  const replies = post.threadTs ? [] : postsOf(world, post.channel).filter((reply) => reply.threadTs === post.ts);
  const files = post.files.flatMap(({ id }) => {
    const file = world.files.get(id);
    return file ? [fileJson(file)] : [];
  });
  const parent = post.threadTs && world.posts.find((one) => one.ts === post.threadTs && one.channel === post.channel);
  const own = post.user === bot.userId;
  return {
    type: 'message',
    ...(post.broadcast ? { subtype: 'thread_broadcast' } : post.subtype ? { subtype: post.subtype } : {}),
    user: post.user,
    ts: post.ts,
    text: post.text,
    team: team.id,
    ...(own || post.botId ? {} : { client_msg_id: `00000000-0000-4000-8000-${post.ts.replace('.', '').slice(-12)}` }),
    ...(post.botId ? { bot_id: post.botId } : {}),
    ...(own
      ? {
          app_id: bot.appId,
          bot_profile: { id: bot.botId, app_id: bot.appId, name: bot.name, team_id: team.id, deleted: false },
        }
      : {}),
    ...(post.blocks.length > 0 ? { blocks: post.blocks } : {}),
    ...(post.attachments.length > 0 ? { attachments: post.attachments } : {}),
    ...(files.length > 0 ? { files, upload: false, display_as_bot: false } : {}),
    ...(post.threadTs ? { thread_ts: post.threadTs } : {}),
    ...(parent ? { parent_user_id: parent.user } : {}),
    ...(replies.length > 0
      ? {
          thread_ts: post.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          latest_reply: replies.at(-1)?.ts ?? post.ts,
        }
      : {}),
    ...(post.edited ? { edited: { user: post.user, ts: post.ts } } : {}),
    ...(post.reactions.length > 0
      ? { reactions: post.reactions.map(({ name, users }) => ({ name, users, count: users.length })) }
      : {}),
    ...(metadata && own && post.metadata !== undefined ? { metadata: post.metadata } : {}),
  };
}

/** A view as interaction payloads and the views methods show it. */
export function viewJson(
  world: World,
  shown: FakeView,
  values: Record<string, Record<string, Json>> = {},
): Record<string, Json> {
  const { team, bot } = world.options;
  const stack = world.views.get(shown.user) ?? [];
  const index = stack.indexOf(shown);
  return {
    id: shown.id,
    team_id: team.id,
    app_id: bot.appId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    title: null,
    close: null,
    submit: null,
    clear_on_close: false,
    notify_on_close: false,
    ...shown.view,
    hash: shown.hash,
    root_view_id: stack[0]?.id ?? shown.id,
    previous_view_id: stack[index - 1]?.id ?? null,
    state: { values },
  };
}

/** A person as interaction payloads show them. */
export function personJson(world: World, id: string): Record<string, Json> {
  const name = userOf(world, id)?.name ?? id;
  return { id, username: name, name, team_id: world.options.team.id };
}
