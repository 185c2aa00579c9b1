import { permalinkOf } from './api/chat.ts';
import { fakeFile, mailed, uploaded } from './files.ts';
import { openTo } from './interact.ts';
import { addPost, changePost, deletePost, viewJson } from './posts.ts';
import type { FakePost, IncomingMail, Json, Upload } from './types.ts';
import { mrkdwnOf, typed } from './typing.ts';
import { changed, channelOf, dmOf, newTs, postAt, type StoredFile, userOf, type World } from './world.ts';

/** A post that is there, or a mistake of the test or the page. */
export function mustFind(world: World, { channel, ts }: { channel: string; ts: string }): FakePost {
  const post = postAt(world, channel, ts);
  if (!post) throw new Error(`there is no post ${ts} in ${channel}`);
  return post;
}

function filesOf(files: StoredFile[], channel: string): Partial<FakePost> {
  for (const file of files) file.channels.add(channel);
  return files.length > 0 ? { subtype: 'file_share', files: files.map(fakeFile) } : {};
}

/** A person posts. `blocks` stands for what the composer's tools make, such as a link with a label. */
export function say(
  world: World,
  user: string,
  channelId: string,
  what: { text?: string; threadTs?: string; files?: Upload[]; blocks?: Json[] },
): FakePost {
  const channel = openTo(world, user, channelId);
  if (channel.archived) throw new Error(`channel ${channelId} is archived`);
  if (what.threadTs) mustFind(world, { channel: channelId, ts: what.threadTs });
  const content = what.blocks
    ? { text: what.text ?? mrkdwnOf(what.blocks), blocks: what.blocks }
    : typed(what.text ?? '', world);
  const files = (what.files ?? []).map((file) => uploaded(world, user, file));
  return addPost(world, {
    channel: channelId,
    user,
    threadTs: what.threadTs,
    ...content,
    ...filesOf(files, channelId),
  });
}

/** A mail that was sent to a channel's address. */
export function mailInto(world: World, channelId: string, mail: IncomingMail): FakePost {
  if (!channelOf(world, channelId)) throw new Error(`there is no channel ${channelId}`);
  const file = mailed(world, mail);
  return addPost(world, {
    channel: channelId,
    user: 'USLACKBOT',
    botId: 'B0EMAIL00',
    text: '',
    ...filesOf([file], channelId),
  });
}

/** "Forward message": the original travels as an attachment, its files inside. */
export function share(
  world: World,
  user: string,
  from: { channel: string; ts: string },
  toChannel: string,
  comment = '',
): FakePost {
  const original = mustFind(world, from);
  openTo(world, user, from.channel);
  openTo(world, user, toChannel);
  const author = userOf(world, original.user);
  const files = original.files.flatMap(({ id }) => world.files.get(id) ?? []);
  for (const file of files) file.channels.add(toChannel);
  const link = permalinkOf(world, original);
  const attachment: Record<string, Json> = {
    id: 1,
    is_share: true,
    is_msg_unfurl: true,
    from_url: link,
    original_url: link,
    channel_id: original.channel,
    channel_team: world.options.team.id,
    author_id: original.user,
    author_name: author?.realName ?? original.user,
    author_subname: author?.name ?? '',
    ts: original.ts,
    text: original.text,
    fallback: `[${author?.name ?? original.user}] ${original.text}`,
    mrkdwn_in: ['text'],
    message_blocks: [
      { team: world.options.team.id, channel: original.channel, ts: original.ts, message: { blocks: original.blocks } },
    ],
    ...(files.length > 0 ? { files: files.map(({ object }) => object) } : {}),
  };
  return addPost(world, { channel: toChannel, user, ...typed(comment, world), attachments: [attachment] });
}

export function edit(world: World, user: string, at: { channel: string; ts: string }, text: string): void {
  changePost(world, own(world, user, at), typed(text, world));
}

export function remove(world: World, user: string, at: { channel: string; ts: string }): void {
  deletePost(world, own(world, user, at));
}

function own(world: World, user: string, at: { channel: string; ts: string }): FakePost {
  const post = mustFind(world, at);
  if (post.user !== user) throw new Error(`${user} did not write ${at.ts}`);
  return post;
}

/** Removes the app from the workspace. The events go out without rights to anything any more. */
export function uninstall(world: World): void {
  world.uninstalled = true;
  const events: Record<string, Json>[] = [
    { type: 'app_uninstalled' },
    { type: 'tokens_revoked', tokens: { oauth: [], bot: [world.options.bot.userId] } },
  ];
  for (const event of events) {
    if (world.options.events.includes(String(event.type))) world.dispatch({ ...event, event_ts: newTs(world) });
  }
  changed(world);
}

/** Opens one of the app's tabs. */
export function openHome(world: World, user: string, tab: 'home' | 'messages'): void {
  const channel = dmOf(world, user);
  const home = world.homes.get(user);
  changed(world);
  if (!world.options.events.includes('app_home_opened')) return;
  world.dispatch({
    type: 'app_home_opened',
    user,
    channel: channel.id,
    tab,
    event_ts: newTs(world),
    ...(tab === 'home' && home ? { view: viewJson(world, home) } : {}),
  });
}
