import type { FakeChannel, FakeSlack, FakeUser } from '../fake-slack/types.ts';

/** What one browser window shows: who looks, at which channel, at which thread. It all stands in the address. */
export interface View {
  slack: FakeSlack;
  me: FakeUser;
  channel: FakeChannel;
  thread?: string;
}

/** Reads the view from a query; falls back to the first person and channel that may be seen. */
export function viewOf(slack: FakeSlack, query: URLSearchParams): View {
  const me =
    slack.users.find((user) => user.id === query.get('as') && user.role !== 'bot') ??
    (slack.users.find((user) => user.role !== 'bot') as FakeUser);
  const mine = channelsOf(slack, me);
  const channel = mine.find((candidate) => candidate.id === query.get('at')) ?? (mine[0] as FakeChannel);
  return { slack, me, channel, thread: query.get('thread') ?? undefined };
}

export function channelsOf(slack: FakeSlack, user: FakeUser): FakeChannel[] {
  return slack.channels.filter((channel) => channel.members.includes(user.id));
}

/** The address of a view that differs from this one in the given parts. */
export function addressOf(view: View, change: { as?: string; at?: string; thread?: string } = {}): string {
  const query = new URLSearchParams({ as: change.as ?? view.me.id });
  if (change.at !== undefined || change.as === undefined) query.set('at', change.at ?? view.channel.id);
  if (change.thread) query.set('thread', change.thread);
  return `/?${query}`;
}

export function nameOf(slack: FakeSlack, id: string): string {
  if (id === 'USLACKBOT') return 'Email';
  return (
    slack.users.find((user) => user.id === id)?.realName.split(',')[0] ??
    slack.channels.find((channel) => channel.id === id)?.name ??
    id
  );
}

export function channelLabel(slack: FakeSlack, channel: FakeChannel): string {
  if (channel.kind === 'im') return slack.options.bot.name;
  return `${channel.kind === 'private' ? '🔒 ' : '# '}${channel.name}`;
}
