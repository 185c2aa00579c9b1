import type { webApi } from '@slack/bolt';
import type { Log } from '../cases/house.ts';
import type { Config } from '../config.ts';
import { reasonOf, SetupError } from '../errors.ts';
import { calling, slackError } from './web-client.ts';

/** Who we are in which workspace, as Slack tells it for the bot token. */
export interface Identity {
  team: string;
  botUser: string;
  botId: string;
  /** Address of the workspace, ending in a slash. */
  workspace: string;
}

/** Asks Slack who we are: the first call, so that a wrong token is said before anything else starts. */
export async function identify(client: webApi.WebClient, config: Config): Promise<Identity> {
  let found: webApi.AuthTestResponse;
  try {
    found = await client.auth.test();
  } catch (error) {
    throw tellSetupFault(error, config, 'bot');
  }
  const { team_id: team, user_id: botUser, bot_id: botId, url: workspace } = found;
  if (!team || !botUser || !botId || !workspace) {
    throw new SetupError('SLACK_BOT_TOKEN belongs to no bot: use the "Bot User OAuth Token", which begins with xoxb-.');
  }
  return { team, botUser, botId, workspace };
}

const BAD_TOKEN = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'not_allowed_token_type',
  'unknown_method',
]);

/** An error of connecting, as a sentence that says how to mend it; anything else stays what it is. Never names a secret. */
export function tellSetupFault(error: unknown, config: Config, what: 'bot' | 'socket' | 'http'): unknown {
  const code = slackError(error);
  if (code === 'missing_scope') {
    const name = what === 'socket' ? 'SLACK_APP_TOKEN lacks connections:write' : 'SLACK_BOT_TOKEN lacks a scope';
    return new SetupError(`${name}: compare the app with manifest/prod.json, then install it to the workspace again.`);
  }
  if (code !== undefined && BAD_TOKEN.has(code)) {
    const name = what === 'socket' ? 'SLACK_APP_TOKEN' : 'SLACK_BOT_TOKEN';
    const page = what === 'socket' ? 'Basic Information → App-Level Tokens' : 'OAuth & Permissions';
    return new SetupError(`Slack does not accept ${name} (${code}). Copy it again from the app’s page "${page}".`);
  }
  const system = systemCode(error);
  if (system === 'EADDRINUSE' || system === 'EACCES' || system === 'EADDRNOTAVAIL') {
    return new SetupError(`Cannot listen on HOST ${config.HOST}, PORT ${config.PORT} (${system}): choose others.`);
  }
  if (code === undefined && !(error instanceof SetupError) && what !== 'http' && isRequestError(error)) {
    const where = config.SLACK_API_URL ? 'SLACK_API_URL' : 'slack.com';
    return new SetupError(`Slack cannot be reached at ${where}: ${reasonOf(error)}`);
  }
  return error;
}

function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

function isRequestError(error: unknown): boolean {
  return /^slack_webapi_(?:request|http|rate_limited)_error$/.test(systemCode(error) ?? '');
}

/**
 * Says in the log which channels of the configuration the bot cannot hear or speak in. It starts all the same: an
 * invitation mends it without a restart, and cards wait for it.
 */
export async function warnOfClosedChannels(client: webApi.WebClient, config: Config, log: Log): Promise<void> {
  const named = [
    ...config.REPORT_CHANNELS.map((channel) => ({ channel, variable: 'REPORT_CHANNELS' })),
    ...(config.SECURITY_CHANNEL ? [{ channel: config.SECURITY_CHANNEL, variable: 'SECURITY_CHANNEL' }] : []),
  ];
  for (const { channel, variable } of named) {
    try {
      const { channel: found } = await calling(() => client.conversations.info({ channel }));
      if (!found?.is_member)
        log.error({ channel, variable }, 'the bot is not in this channel: write /invite @lurecheck in it');
    } catch (error) {
      const reason = slackError(error) ?? reasonOf(error);
      log.error(
        { channel, variable, reason },
        'this channel cannot be seen: check its id, and write /invite @lurecheck in it',
      );
    }
  }
}
