import { setTimeout as sleep } from 'node:timers/promises';
import { type Logger, webApi } from '@slack/bolt';

/**
 * A client of our own kind: it never repeats a call by itself. A post that was accepted while the line broke would stand
 * twice; so whoever posts looks for the post before trying again, and that is the desk, by way of the queue.
 */
export function openClient(token: string, slackApiUrl: string | undefined, logger: Logger): webApi.WebClient {
  return new webApi.WebClient(token, {
    ...(slackApiUrl && { slackApiUrl }),
    logger,
    timeout: 10_000,
    retryConfig: { retries: 0 },
    // Otherwise one 429 pauses every other call of the client.
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  });
}

const LONGEST_WAIT_S = 20;
const MOST_WAITS = 5;

/** Waits where Slack says so and calls again: a call that met the rate limit was not carried out. */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof webApi.WebAPIRateLimitedError)) throw error;
      if (waits === MOST_WAITS || error.retryAfter > LONGEST_WAIT_S) throw error;
      await sleep(error.retryAfter * 1000);
    }
  }
}

/** The error code that Slack's Web API gave, where it was Slack that refused. */
export function slackError(error: unknown): string | undefined {
  return error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;
}

const GONE = new Set([
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'thread_not_found',
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'user_not_found',
  'user_disabled',
  'user_not_visible',
  'users_not_found',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'restricted_action',
  'restricted_action_read_only_channel',
  'restricted_action_thread_only_channel',
  'method_not_supported_for_channel_type',
]);

/** The place does not exist or does not let us in: trying again is no use. */
export function isGone(error: unknown): boolean {
  return GONE.has(slackError(error) ?? '');
}

/** The blocks broke a limit of Slack's: the words alone may still pass. */
export function isBadContent(error: unknown): boolean {
  return /^(?:invalid_blocks|invalid_blocks_format|msg_blocks_too_long|msg_too_long|block_mismatch)$/.test(
    slackError(error) ?? '',
  );
}
