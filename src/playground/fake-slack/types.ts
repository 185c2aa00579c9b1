/**
 * The stand-in for Slack as the local workspace and the tests see it: a world of users, channels and posts, the things
 * that people do in it, and everything that the app under it has sent. It is as strict as the real one on purpose: a bot
 * that only works against a kind fake does not work.
 */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface FakeUser {
  id: string;
  /** Handle, as in @name. */
  name: string;
  realName: string;
  /** `bot` is the app itself; `guest` may not review. */
  role: 'staff' | 'analyst' | 'guest' | 'bot';
  locale: string;
}

export interface FakeChannel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: string[];
  archived?: boolean;
}

export interface FakeFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  filetype: string;
  /** `hosted` for uploads, `email` for mail that the e-mail integration delivered. */
  mode: string;
  size: number;
  /** Needs the bot token and the scope `files:read`; otherwise the login page is served, with status 200. */
  urlPrivateDownload: string;
  /** What Slack shows of a mail file: subject, from, to, cc, plain_text, headers, attachments, … */
  email?: Record<string, Json>;
}

export interface FakePost {
  ts: string;
  channel: string;
  user: string;
  botId?: string;
  subtype?: string;
  text: string;
  blocks: Json[];
  attachments: Json[];
  files: FakeFile[];
  threadTs?: string;
  /** Shown in the channel as well as in the thread. */
  broadcast: boolean;
  edited: boolean;
  deleted: boolean;
  metadata?: Json;
  reactions: { name: string; users: string[] }[];
  /** Set on ephemeral posts: only this user sees it, and it cannot be updated. */
  ephemeralTo?: string;
}

export interface FakeView {
  id: string;
  user: string;
  hash: string;
  /** `modal` or `home`. */
  type: string;
  view: Record<string, Json>;
  /** What the last submission was refused for, by block id. */
  errors: Record<string, string>;
}

/** One Web API call that the app made, accepted or not. What it sent by other ways is here too: method `response_url`
 * for posts to one, method `ack` for acknowledgements with a body. */
export interface ApiCall {
  at: number;
  method: string;
  args: Record<string, Json>;
  ok: boolean;
  error?: string;
  /** For posts: the ts that was given out. */
  ts?: string;
  /** Links in this post that Slack would have fetched, since unfurling was not switched off. Must never happen. */
  unfurls?: string[];
  /** Arguments that the method does not know, and the validator's messages. */
  warnings?: string[];
}

export interface Upload {
  name: string;
  bytes: Uint8Array;
  mimetype?: string;
  /** Arrives as a Slack Connect stub (`file_access: check_file_info`): the app must ask `files.info` for the rest. */
  stub?: boolean;
}

/** A mail as it reaches Slack's e-mail integration. */
export interface IncomingMail {
  subject: string;
  from: { address: string; name?: string };
  to: { address: string; name?: string }[];
  cc?: { address: string; name?: string }[];
  text: string;
  html?: string;
  date?: string;
  messageId?: string;
  inReplyTo?: string;
  replyTo?: string;
  attachments?: Upload[];
}

export interface FakeSlackOptions {
  host?: string;
  /** 0 picks a free port. */
  port?: number;
  signingSecret: string;
  botToken: string;
  appToken: string;
  team: { id: string; name: string; domain: string };
  bot: { userId: string; botId: string; appId: string; name: string };
  /** Bot scopes that the app was granted; from the manifest. Calls beyond them fail with `missing_scope`. */
  scopes: string[];
  /** Events, commands and shortcuts that the manifest declares: nothing else is delivered. */
  events: string[];
  commands: string[];
  /** Callback ids of the shortcuts. Without it every shortcut is delivered. */
  shortcuts?: string[];
  /** User groups, for `usergroups.users.list`. */
  userGroups?: { id: string; users: string[] }[];
  users: FakeUser[];
  channels: FakeChannel[];
  /** HTTP mode: where the app listens. Without it events wait for a Socket Mode connection. May be set later. */
  requestUrl?: string;
  /** How long to wait before delivering again what was not acknowledged (Slack: about 0, 60 s, 300 s). */
  retryDelaysMs?: number[];
  /** How long the app has to acknowledge. */
  ackMs?: number;
  /** Hold posts to about one a second a channel, in bursts of up to this many. Off when missing. */
  burst?: number;
  /** The clock, in milliseconds, for triggers and response_urls that run out. */
  now?: () => number;
}

export interface FakeSlack {
  readonly origin: string;
  /** For SLACK_API_URL: `<origin>/api/`. */
  readonly apiUrl: string;
  readonly options: FakeSlackOptions;
  readonly users: readonly FakeUser[];
  readonly channels: readonly FakeChannel[];
  /** Everything that the app sent, in order. */
  readonly log: readonly ApiCall[];

  setRequestUrl(url: string): void;
  /** Posts of a channel, oldest first, threads included, without deleted and ephemeral ones. */
  posts(channel: string): FakePost[];
  post(channel: string, ts: string): FakePost | undefined;
  /** Ephemeral posts that a user was shown, oldest first. */
  ephemerals(user: string): FakePost[];
  /** The topmost modal that a user has open. */
  openView(user: string): FakeView | undefined;
  /** The DM channel between a user and the app; made when it is missing. */
  dmOf(user: string): FakeChannel;
  /** A file's bytes, for the page's own display. */
  fileBytes(id: string): Uint8Array | undefined;

  // What people do. Each resolves when the world has changed; the app hears of it by itself.
  say(
    user: string,
    channel: string,
    what: { text?: string; threadTs?: string; files?: Upload[]; blocks?: Json[] },
  ): Promise<FakePost>;
  /** A mail sent to the channel's address: a `file_share` post by USLACKBOT. */
  mailInto(channel: string, mail: IncomingMail): Promise<FakePost>;
  /** "Forward message": a post with the original as an attachment. */
  share(user: string, from: { channel: string; ts: string }, toChannel: string, comment?: string): Promise<FakePost>;
  /** Resolves with what Slack shows the person: nothing, the ephemeral text, or Slack's own error. */
  command(user: string, channel: string, command: string, text: string): Promise<{ error?: string }>;
  messageShortcut(user: string, at: { channel: string; ts: string }, callbackId: string): Promise<{ error?: string }>;
  globalShortcut(user: string, callbackId: string): Promise<{ error?: string }>;
  /** Presses a button or picks from a select in a post or ephemeral post. */
  press(
    user: string,
    at: { channel: string; ts: string },
    actionId: string,
    choice?: { value?: string; blockId?: string },
  ): Promise<{ error?: string }>;
  /** Submits the topmost modal: `values[blockId][actionId]` as Slack's view state has them. */
  submit(
    user: string,
    values: Record<string, Record<string, Json>>,
    files?: Upload[],
  ): Promise<{ closed: boolean; errors: Record<string, string>; error?: string }>;
  closeView(user: string): void;
  /** Presses a button or picks from a select in the topmost modal, or in the Home tab when no modal is open. */
  pressInView(
    user: string,
    actionId: string,
    choice?: { value?: string; blockId?: string },
  ): Promise<{ error?: string }>;
  /** Opens the app's Home or Messages tab: the app hears `app_home_opened`. */
  openHome(user: string, tab?: 'home' | 'messages'): Promise<void>;
  /** What the app published for this user's Home tab. */
  homeView(user: string): FakeView | undefined;
  /** An administrator removes the app: it hears of it, and from then on its tokens are refused. */
  uninstall(): Promise<void>;
  /** A person edits, or deletes, a post of their own. */
  edit(user: string, at: { channel: string; ts: string }, text: string): Promise<void>;
  remove(user: string, at: { channel: string; ts: string }): Promise<void>;

  /** Resolves when nothing waits to be delivered or acknowledged. */
  settled(): Promise<void>;
  /** Called after every change of the world. Returns the way to stop. */
  onChange(listener: () => void): () => void;
  /**
   * Faults on purpose: the next `count` calls of `method` meet this; besides the Web API's names there are `response_url`,
   * `download` (of a file) and `*` (whatever comes next). `drop` takes effect and then cuts the line.
   */
  fail(
    method: string,
    fault:
      | { kind: 'rate-limit'; seconds: number }
      | { kind: 'error'; error: string }
      | { kind: 'http'; status: number }
      | { kind: 'drop' },
    count?: number,
  ): void;
  /** Delivers the last event (or the one of this post) again, as Slack does when an ack was lost. */
  redeliver(ts?: string): Promise<void>;
  /** How many Socket Mode connections are open. */
  connections(): number;
  /** Asks Socket Mode clients to reconnect, as Slack does now and then; `cut` breaks the lines without a word. */
  disconnect(how?: 'refresh_requested' | 'warning' | 'cut'): void;
  close(): Promise<void>;
}
