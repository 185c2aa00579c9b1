import { readFile } from 'node:fs/promises';
import { NO_SERVICES } from '../config/services.ts';
import type { Config } from '../config.ts';
import { startBot } from '../slack/bot.ts';
import { BOT, CHANNELS, ORGANISATION, REPORTS, SECURITY, TEAM, USERS } from './cast.ts';
import { openFakeSlack } from './fake-slack/open.ts';
import type { FakeSlack } from './fake-slack/types.ts';
import { servePage } from './server.ts';

export interface Playground {
  /** The page's address. */
  url: string;
  slack: FakeSlack;
  stop(): Promise<void>;
}

/**
 * Starts the local workspace: a fake Slack on loopback, the real bot against it, and the page. The credentials are made
 * up and open nothing but this fake.
 */
export async function startPlayground(config: Config): Promise<Playground> {
  const secrets = {
    signingSecret: 'local0workspace0only',
    botToken: 'xoxb-local-workspace',
    appToken: 'xapp-local-workspace',
  };
  const manifest = JSON.parse(await readFile(new URL('../../manifest/dev.json', import.meta.url), 'utf8'));
  const slack = await openFakeSlack({
    ...secrets,
    team: TEAM,
    bot: BOT,
    scopes: manifest.oauth_config.scopes.bot,
    events: manifest.settings.event_subscriptions.bot_events,
    commands: manifest.features.slash_commands.map(({ command }: { command: string }) => command),
    users: USERS,
    channels: CHANNELS,
  });
  for (const { id } of USERS) slack.dmOf(id);
  const bot = await startBot({
    ...config,
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_APP_TOKEN: secrets.appToken,
    SLACK_SIGNING_SECRET: secrets.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    REPORT_CHANNELS: [REPORTS],
    SECURITY_CHANNEL: SECURITY,
    REVIEWERS: [],
    ORG_DOMAINS: ORGANISATION.domains,
    ORG_NAMES: ORGANISATION.names,
    TRUSTED_AUTHSERV_IDS: ORGANISATION.authservs,
    // Nothing leaves the local workspace: its page says so.
    ...NO_SERVICES,
    DNS_LOOKUPS: 'off',
  });
  const page = await servePage(slack, config.HOST, config.PORT);
  return {
    url: page.url,
    slack,
    async stop() {
      await page.close();
      await bot.stop();
      await slack.close();
    },
  };
}
