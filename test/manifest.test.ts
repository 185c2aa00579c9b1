import { readFileSync } from 'node:fs';
import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { manifestFile, manifestFor } from '../manifest/manifest.ts';
import { ACTIONS, COMMANDS, EVENTS, SCOPES, SHORTCUTS, VIEWS } from '../src/slack/ids.ts';
import { type SourceFile, sourceFiles, withoutComments } from './helpers/source.ts';

/**
 * The manifest and the code, held to each other in both directions: nothing is used that is not asked for, and nothing is
 * asked for that is not used.
 */

const IDS: Record<string, Record<string, string> | readonly string[]> = { ACTIONS, COMMANDS, EVENTS, SHORTCUTS, VIEWS };

/** Web API method → bot scopes that it needs for what we do with it. Source: docs.slack.dev/reference/methods, each page. */
const METHOD_SCOPES: Record<string, string[]> = {
  'auth.test': [],
  'bots.info': ['users:read'],
  'chat.delete': ['chat:write'],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // Each kind of conversation has a scope of its own: public channels, private channels, direct messages.
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.info': ['files:read'],
  'reactions.add': ['reactions:write'],
  'reactions.remove': ['reactions:write'],
  'team.info': ['team:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

/** Event → scope. Source: docs.slack.dev/reference/events, each page. */
const EVENT_SCOPES: Record<string, string[]> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  app_uninstalled: [],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  tokens_revoked: [],
};

/** Every method that Slack's client knows, as `chat.postMessage`, the longest first. */
const KNOWN_METHODS = methodsOf(new webApi.WebClient() as unknown as Record<string, unknown>).sort(
  (a, b) => b.length - a.length,
);

function methodsOf(node: Record<string, unknown>, prefix = '', depth = 0): string[] {
  return Object.entries(node).flatMap(([name, value]) => {
    if (typeof value === 'function') return depth > 0 ? [prefix + name] : [];
    const inner = value !== null && typeof value === 'object' && /^[a-z]\w*$/.test(name) && depth < 4;
    return inner ? methodsOf(value as Record<string, unknown>, `${prefix}${name}.`, depth + 1) : [];
  });
}

/** Web API methods that the code names: `client.chat.update`, called or handed on, and `apiCall('chat.update')`. */
function methodsUsed(files: SourceFile[]): Set<string> {
  const used = new Set<string>();
  for (const { text } of files) {
    let code = withoutComments(text, { strings: false }).replace(/\s*\??\.\s*/g, '.');
    for (const method of KNOWN_METHODS) {
      if (!code.includes(`.${method}`)) continue;
      const pattern = new RegExp(`\\.${method.replaceAll('.', '\\.')}\\b`, 'g');
      if (pattern.test(code)) used.add(method);
      // So that `usergroups.users.list` is not taken for `users.list` as well.
      code = code.replace(pattern, '');
    }
    for (const [, method = ''] of withoutComments(text).matchAll(/\bapiCall\s*\(\s*['"]([\w.]+)['"]/g))
      used.add(method);
  }
  return used;
}

interface Registration {
  kind: string;
  names: string[];
}

/** What the code registers with Bolt: `app.command(COMMANDS.checkLink, …)`, with names of `ids.ts` resolved. */
function registrations(files: SourceFile[]): Registration[] {
  return files.flatMap(({ path, text }) =>
    [
      ...withoutComments(text).matchAll(
        /\bapp\s*\.\s*(event|command|shortcut|action|view|message)\s*(?:<[^>(]*>)?\s*\(([^\n]*)/g,
      ),
    ].map(([, kind = '', rest = '']) => {
      if (kind === 'message') return { kind: 'event', names: ['message'] };
      const names = namesIn(rest.split(/,\s*(?:async\b|\(|\w+\s*[,)=])/)[0] ?? '');
      if (names.length === 0) throw new Error(`${path}: cannot tell what app.${kind}(${rest.trim()} registers`);
      return { kind, names };
    }),
  );
}

function namesIn(argument: string): string[] {
  const named = [...argument.matchAll(/\b([A-Z]{3,})(?:\.(\w+))?/g)].flatMap(([, table = '', key]) => {
    const found = IDS[table];
    if (found === undefined) return [];
    return key === undefined ? Object.values(found) : [new Map(Object.entries(found)).get(key) ?? `${table}.${key}?`];
  });
  // `type: 'message_action'` says which kind of shortcut it is, not which one.
  const literal = argument.replace(/\btype\s*:\s*['"]\w+['"]/g, '').matchAll(/['"]([\w./]+)['"]/g);
  return [...named, ...[...literal].map(([, name = '']) => name)];
}

const manifest = manifestFor('prod');
const scopes: string[] = manifest.oauth_config?.scopes?.bot ?? [];
const events: string[] = manifest.settings?.event_subscriptions?.bot_events ?? [];
const commands = manifest.features?.slash_commands ?? [];
const shortcuts = manifest.features?.shortcuts ?? [];
const files = sourceFiles('src/slack');
const registered = registrations(files);
const namesOf = (kind: string): string[] =>
  [...new Set(registered.filter((one) => one.kind === kind).flatMap(({ names }) => names))].sort();
const sorted = (names: Iterable<string>): string[] => [...names].sort();

describe('the files to import', () => {
  it.each(['dev', 'prod'] as const)('%s.json is what `npm run manifest` writes', (mode) => {
    const path = new URL(`../manifest/${mode}.json`, import.meta.url);
    expect(readFileSync(path, 'utf8')).toBe(manifestFile(mode));
  });

  it('dev uses Socket Mode and names no address', () => {
    expect(manifestFor('dev').settings?.socket_mode_enabled).toBe(true);
    expect(manifestFile('dev')).not.toContain('https://');
  });

  it('prod has the same address in all three places, over https', () => {
    const addresses = [
      manifest.settings?.event_subscriptions?.request_url,
      manifest.settings?.interactivity?.request_url,
      ...commands.map(({ url }) => url),
    ];
    expect(manifest.settings?.socket_mode_enabled).toBe(false);
    expect(addresses).toHaveLength(3);
    expect(new Set(addresses).size).toBe(1);
    expect(addresses[0]).toMatch(/^https:\/\/[^/]+\/slack\/events$/);
  });

  it('differ in nothing but name and transport', () => {
    const [dev, prod] = [manifestFor('dev'), manifestFor('prod')];
    expect(dev.oauth_config).toEqual(prod.oauth_config);
    expect(dev.settings?.event_subscriptions?.bot_events).toEqual(events);
    expect(dev.features?.shortcuts).toEqual(shortcuts);
  });
});

describe('Slack’s rules', () => {
  it.each(['dev', 'prod'] as const)('names and texts of %s are within their limits', (mode) => {
    const { display_information: shown, features } = manifestFor(mode);
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description?.length).toBeLessThanOrEqual(140);
    expect(shown.long_description?.length).toBeGreaterThanOrEqual(174);
    expect(shown.long_description?.length).toBeLessThanOrEqual(4000);
    expect(features?.bot_user?.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    for (const { name, callback_id, description } of shortcuts) {
      expect(name.length, name).toBeLessThanOrEqual(24);
      expect(callback_id.length).toBeLessThanOrEqual(255);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    for (const { command, description, usage_hint = '' } of commands) {
      expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(usage_hint.length).toBeLessThanOrEqual(1000);
    }
  });

  it('people can write to the bot', () => {
    expect(manifest.features?.app_home).toMatchObject({
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('commands come as they were typed, so that links are not rewritten', () => {
    expect(commands.map(({ should_escape }) => should_escape)).toEqual([false]);
  });

  it('interactivity is on, or no button would work', () => {
    expect(manifest.settings?.interactivity?.is_enabled).toBe(true);
  });
});

describe('manifest and code', () => {
  it('agree on commands', () => {
    expect(sorted(commands.map(({ command }) => command))).toEqual(namesOf('command'));
    expect(namesOf('command')).toEqual(sorted(Object.values(COMMANDS)));
  });

  it('agree on shortcuts', () => {
    expect(sorted(shortcuts.map(({ callback_id }) => callback_id))).toEqual(namesOf('shortcut'));
    expect(namesOf('shortcut')).toEqual(sorted(Object.values(SHORTCUTS)));
    const typeOf = new Map(shortcuts.map(({ callback_id, type }) => [callback_id, type]));
    expect([typeOf.get(SHORTCUTS.message), typeOf.get(SHORTCUTS.global)]).toEqual(['message', 'global']);
  });

  it('agree on events', () => {
    expect(sorted(events)).toEqual(sorted(EVENTS));
    // Bolt knows one event `message` for what the manifest subscribes to by kind of conversation.
    expect(sorted(new Set(events.map((event) => event.split('.')[0] ?? '')))).toEqual(namesOf('event'));
  });

  it('agree on buttons and modals: each that is named has a listener', () => {
    expect(namesOf('action')).toEqual(expect.arrayContaining(sorted(Object.values(ACTIONS))));
    expect(namesOf('view')).toEqual(expect.arrayContaining(sorted(Object.values(VIEWS))));
  });

  it('know the scopes of every method and event that is used', () => {
    expect(sorted(methodsUsed(files)).filter((method) => !(method in METHOD_SCOPES))).toEqual([]);
    expect(events.filter((event) => !(event in EVENT_SCOPES))).toEqual([]);
  });

  it('agree on scopes: what is used is asked for, and what is asked for is used', () => {
    const needed = new Set([
      ...[...methodsUsed(files)].flatMap((method) => METHOD_SCOPES[method] ?? []),
      ...events.flatMap((event) => EVENT_SCOPES[event] ?? []),
      ...(commands.length + shortcuts.length > 0 ? ['commands'] : []),
      ...(files.some(({ text }) => text.includes('url_private')) ? ['files:read'] : []),
    ]);
    expect(sorted(scopes)).toEqual(sorted(needed));
  });

  it('agree with the list of scopes in ids.ts, and with the methods that it names', () => {
    expect(sorted(scopes)).toEqual(sorted(Object.keys(SCOPES)));
    const users = [
      ...methodsUsed(files),
      ...events,
      ...Object.values(COMMANDS),
      ...Object.values(SHORTCUTS),
      'url_private_download',
    ];
    for (const [scope, named] of Object.entries(SCOPES)) {
      for (const user of named) expect(users, `${scope} is listed for ${user}`).toContain(user);
    }
  });

  it('ask for nothing that reaches further than reports do', () => {
    expect(manifest.oauth_config?.scopes?.user ?? []).toEqual([]);
    for (const scope of ['chat:write.public', 'channels:join', 'links:read', 'users:read.email', 'files:write']) {
      expect(scopes).not.toContain(scope);
    }
  });

  it('give every scope its reason in scopes.md, and no other', () => {
    const text = readFileSync(new URL('../manifest/scopes.md', import.meta.url), 'utf8');
    const explained = [...text.matchAll(/^\| `([a-z_:.]+)` \|/gm)].map(([, scope = '']) => scope);
    expect(explained).toEqual(sorted(scopes));
  });
});

describe('the scan of the code', () => {
  const planted = (text: string): SourceFile[] => [{ path: 'src/slack/x.ts', text }];

  it.each([
    ['a call', 'await client.chat.postMessage({});', 'chat.postMessage'],
    ['a call over lines', 'await client\n  .conversations\n  .members({});', 'conversations.members'],
    ['a method handed on', 'retry(web.users.info);', 'users.info'],
    ['a deep method', 'client.usergroups.users.list({ usergroup })', 'usergroups.users.list'],
    ['a call by name', "client.apiCall('reactions.add', {})", 'reactions.add'],
  ])('sees %s', (_, text, method) => {
    expect([...methodsUsed(planted(text))]).toEqual([method]);
  });

  it.each(['// client.chat.delete()', "log('client.chat.delete')", 'report.files.map((file) => file.id)'])(
    'is not fooled by %s',
    (text) => {
      expect([...methodsUsed(planted(text))]).toEqual([]);
    },
  );

  it.each([
    ["app.command('/other', listener)", { kind: 'command', names: ['/other'] }],
    ['app.command(COMMANDS.checkLink, async ({ ack }) => {', { kind: 'command', names: ['/checklink'] }],
    [
      "app.shortcut({ callback_id: SHORTCUTS.message, type: 'message_action' }, async ({ ack }) => {",
      { kind: 'shortcut', names: ['report_message'] },
    ],
    ["app.event('app_home_opened', async () => {", { kind: 'event', names: ['app_home_opened'] }],
    ['app.message(async ({ message }) => {', { kind: 'event', names: ['message'] }],
  ])('understands %s', (text, expected) => {
    expect(registrations(planted(text))).toEqual([expected]);
  });

  it('fails loudly on a registration that it cannot read', () => {
    expect(() => registrations(planted('app.command(nameOf(x), listener)'))).toThrow('cannot tell');
  });
});
