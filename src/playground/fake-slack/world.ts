import { randomBytes } from 'node:crypto';
import type { ApiCall, FakeChannel, FakePost, FakeSlackOptions, FakeUser, FakeView, Json } from './types.ts';

export interface StoredFile {
  id: string;
  /** As Slack's file objects are; what an event shows of it is `files.ts`'s business. */
  object: Record<string, Json>;
  bytes: Uint8Array;
  name: string;
  user: string;
  /** Channels where it was shared. Empty for files that were handed to the app in a modal. */
  channels: Set<string>;
  stub: boolean;
}

/** A permission to open a modal: 3 seconds, once, for the person whose deed gave it out. */
interface Trigger {
  user: string;
  issuedAt: number;
  used: boolean;
}

/** A right to answer: 5 times in 30 minutes. */
export interface ResponseUrl {
  issuedAt: number;
  uses: number;
  user: string;
  channel: string;
  /** The post whose button or menu gave it out; `replace_original` and `delete_original` act on it. */
  source?: FakePost;
}

type Fault =
  | { kind: 'rate-limit'; seconds: number }
  | { kind: 'error'; error: string }
  | { kind: 'http'; status: number }
  | { kind: 'drop' };

/** The state of the workspace. Everything else in this folder reads or changes it. */
export interface World {
  options: FakeSlackOptions;
  origin: string;
  users: FakeUser[];
  channels: FakeChannel[];
  /** All posts in order, deleted and ephemeral ones included. */
  posts: FakePost[];
  files: Map<string, StoredFile>;
  /** Open modals by user, topmost last. */
  views: Map<string, FakeView[]>;
  homes: Map<string, FakeView>;
  triggers: Map<string, Trigger>;
  responseUrls: Map<string, ResponseUrl>;
  /** What people have picked in a post's menus: `ts` → state values. */
  picked: Map<string, Record<string, Record<string, Json>>>;
  log: ApiCall[];
  faults: Map<string, Fault[]>;
  /** When a channel may next take a post, for the optional rate limit. */
  budgets: Map<string, { tokens: number; at: number }>;
  tickets: Set<string>;
  listeners: Set<() => void>;
  lastTs: number;
  /** Set when the app was removed from the workspace: its tokens are worth nothing then. */
  uninstalled: boolean;
  /** Hands an event to the app. Set when the delivery is wired up. */
  dispatch(event: Record<string, Json>): void;
}

/** A world as the options describe it, with nothing said in it yet. */
export function newWorld(options: FakeSlackOptions): World {
  return {
    options,
    origin: '',
    users: withBot(options).map((user) => ({ ...user })),
    channels: options.channels.map((channel) => ({ ...channel, members: [...channel.members] })),
    posts: [],
    files: new Map(),
    views: new Map(),
    homes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    picked: new Map(),
    log: [],
    faults: new Map(),
    budgets: new Map(),
    tickets: new Set(),
    listeners: new Set(),
    lastTs: 0,
    uninstalled: false,
    dispatch() {},
  };
}

/** The bot is a user of the workspace whether or not it was listed: it can be mentioned by its name. */
function withBot({ users, bot }: FakeSlackOptions): FakeUser[] {
  if (users.some(({ id }) => id === bot.userId)) return users;
  return [...users, { id: bot.userId, name: bot.name, realName: bot.name, role: 'bot', locale: 'en-GB' }];
}

export function now(world: World): number {
  return world.options.now?.() ?? Date.now();
}

/** The next fault that was asked for, if any. */
export function nextFault(world: World, method: string): Fault | undefined {
  return world.faults.get(method)?.shift() ?? world.faults.get('*')?.shift();
}

/** Tells everyone who watches that something has changed. */
export function changed(world: World): void {
  for (const listener of world.listeners) listener();
}

/** A post's timestamp, which is its id: seconds and six digits, never the same twice. */
export function newTs(world: World): string {
  world.lastTs = Math.max(world.lastTs + 1, Math.floor(now(world) * 1000));
  const digits = String(world.lastTs).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/** An id as Slack makes them: a letter for its kind and ten letters and digits. */
export function newId(prefix: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  return prefix + Array.from(randomBytes(10), (byte) => letters[byte % letters.length]).join('');
}

export function userOf(world: World, id: string): FakeUser | undefined {
  return world.users.find((user) => user.id === id);
}

export function channelOf(world: World, id: string): FakeChannel | undefined {
  return world.channels.find((channel) => channel.id === id);
}

/** The bot's DM with a person; made when it is missing. */
export function dmOf(world: World, user: string): FakeChannel {
  const bot = world.options.bot.userId;
  const known = world.channels.find((channel) => channel.kind === 'im' && channel.members.includes(user));
  if (known) return known;
  const made: FakeChannel = { id: `D${user.slice(1)}`, name: 'directmessage', kind: 'im', members: [user, bot] };
  world.channels.push(made);
  return made;
}

/** A post that is still there. Ephemeral ones are not found: Slack does not keep them either. */
export function postAt(world: World, channel: string, ts: string): FakePost | undefined {
  return world.posts.find((post) => post.ts === ts && post.channel === channel && !post.deleted && !post.ephemeralTo);
}

/** Posts of a channel that everyone in it can see, oldest first. */
export function postsOf(world: World, channel: string): FakePost[] {
  return world.posts.filter((post) => post.channel === channel && !post.deleted && !post.ephemeralTo);
}

export function botIsIn(world: World, channel: FakeChannel): boolean {
  return channel.members.includes(world.options.bot.userId);
}

/** A fresh trigger for something that this person has just done. */
export function newTrigger(world: World, user: string): string {
  const id = `${newTs(world).replace('.', '')}.${world.options.team.id}.${randomBytes(16).toString('hex')}`;
  world.triggers.set(id, { user, issuedAt: now(world), used: false });
  return id;
}

export function newResponseUrl(
  world: World,
  kind: 'actions' | 'commands' | 'app',
  right: Omit<ResponseUrl, 'issuedAt' | 'uses'>,
) {
  const id = `${world.options.team.id}/${newId('')}/${randomBytes(12).toString('hex')}`;
  world.responseUrls.set(id, { ...right, issuedAt: now(world), uses: 0 });
  return `${world.origin}/respond/${kind}/${id}`;
}

/** Ids that Slack adds where the app gave none: a block without one could not be pressed. */
export function withIds(blocks: Json[]): Json[] {
  return blocks.map((block) => {
    if (typeof block !== 'object' || block === null || Array.isArray(block)) return block;
    const named: Record<string, Json> = { ...block, block_id: block.block_id ?? newId('').slice(0, 5) };
    if (block.type === 'actions' && Array.isArray(block.elements)) named.elements = block.elements.map(withActionId);
    if (block.accessory !== undefined) named.accessory = withActionId(block.accessory);
    if (block.element !== undefined) named.element = withActionId(block.element);
    return named;
  });
}

function withActionId(element: Json): Json {
  if (typeof element !== 'object' || element === null || Array.isArray(element) || element.type === 'image')
    return element;
  return { ...element, action_id: element.action_id ?? newId('').slice(0, 5) };
}
