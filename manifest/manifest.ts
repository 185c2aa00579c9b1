import type { webApi } from '@slack/bolt';

/** Slack's own type of a manifest. It catches a misspelt scope or event, which Slack's published JSON schema lets pass. */
export type Manifest = webApi.AppsManifestValidateArguments['manifest'];

/**
 * How Slack reaches the bot. `dev`: Socket Mode, the bot dials out and needs no public address. `prod`: HTTP, Slack calls
 * the bot.
 */
export type Mode = 'dev' | 'prod';

/** Where Slack calls in HTTP mode. Reserved name on purpose: whoever imports the manifest puts the real host here. */
const REQUEST_URL = 'https://lurecheck.example/slack/events';

/**
 * The app as Slack knows it. Everything here has its user in `src/slack`, and nothing there works without its line here:
 * `test/manifest.test.ts` holds both directions. Why each scope is asked for stands in `scopes.md`.
 */
export function manifestFor(mode: Mode): Manifest {
  const url = mode === 'prod' ? { request_url: REQUEST_URL } : {};
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: mode === 'prod' ? 'lurecheck' : 'lurecheck (dev)',
      description: 'Checks suspicious messages that you report, and tells you and security what it found.',
      // Slack's settings page refuses fewer than 174 characters.
      long_description:
        'Forward a suspicious e-mail, drop the .eml file, paste a link or pick "Report as suspicious" on a post. lurecheck ' +
        'looks at it, answers in your thread with a verdict and its reasons in plain words, and hands what is dangerous ' +
        'to your security team, whose decision you will hear. It never opens links and never says that a message is safe.',
      background_color: '#1f3a5f',
    },
    features: {
      // Without both message-tab settings nobody can write to the bot.
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'lurecheck', always_online: true },
      shortcuts: [
        {
          type: 'message',
          // Slack allows 24 characters here: "Report suspicious message" is one too long.
          name: 'Report as suspicious',
          callback_id: 'report_message',
          description: 'Have this post checked, and answered in its thread',
        },
        {
          type: 'global',
          name: 'Report something',
          callback_id: 'report_something',
          description: 'Report a suspicious text, link or file',
        },
      ],
      slash_commands: [
        {
          command: '/checklink',
          description: 'Check links without opening them; only you see the answer',
          usage_hint: '<link, or a text with links>',
          // Links as they were typed: Slack would rewrite them into markup.
          should_escape: false,
          ...(mode === 'prod' ? { url: REQUEST_URL } : {}),
        },
      ],
    },
    oauth_config: {
      scopes: {
        bot: [
          'app_mentions:read',
          'channels:history',
          'channels:read',
          'chat:write',
          'commands',
          'files:read',
          'groups:history',
          'groups:read',
          'im:history',
          'im:write',
          'usergroups:read',
        ],
      },
    },
    settings: {
      event_subscriptions: {
        ...url,
        bot_events: ['app_mention', 'message.channels', 'message.groups', 'message.im'],
      },
      interactivity: { is_enabled: true, ...url },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'dev',
      token_rotation_enabled: false,
    },
  };
}

/** The text of `manifest/<mode>.json`. */
export function manifestFile(mode: Mode): string {
  return `${JSON.stringify(manifestFor(mode), null, 2)}\n`;
}
