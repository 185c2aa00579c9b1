import type { App } from '@slack/bolt';
import { mayHint, receive } from '../../cases/intake.ts';
import { arrivalOfMention, arrivalOfMessage, pointsAtParent } from '../arrivals.ts';
import { couldNotRead, hint, nothingToCheck } from '../blocks/notices.ts';
import { type SlackMessage, slackMessage } from '../payloads.ts';
import { calling, slackError } from '../web-client.ts';
import { type Shell, whisper } from './shell.ts';

/**
 * Messages and mentions. What arrived is stored before these return: only then is the event acknowledged
 * (`receiver.ts`), and a rejection makes Slack deliver it again.
 */
export function listenToEvents(app: App, shell: Shell): void {
  const { house, around } = shell;

  app.event('message', async ({ event, body }) => {
    const message = slackMessage.safeParse(event).data;
    const found = message && arrivalOfMessage(message, body.event_id, around);
    if (!found) return;
    if (found !== 'chatter') {
      await receive(house, found.arrival, found.keys);
      return;
    }
    const { channel, user } = message as Required<Pick<SlackMessage, 'channel' | 'user'>>;
    if (message.thread_ts !== undefined && message.thread_ts !== message.ts) return;
    const day = message.channel_type === 'im' ? String(Math.floor(Number(message.ts) / 86_400)) : '';
    if (await mayHint(house, { channel }, { team: around.team, user }, day)) {
      void whisper(shell, { channel, user }, hint());
    }
  });

  app.event('app_mention', async ({ event, body }) => {
    const mention = slackMessage.safeParse(event).data;
    if (!mention?.channel || !mention.user || mention.bot_id !== undefined) return;
    const at = { channel: mention.channel, user: mention.user, thread: mention.thread_ts };
    let parent: SlackMessage | undefined;
    if (pointsAtParent(mention, around)) {
      parent = await parentOf(shell, mention.channel, mention.thread_ts as string);
      if (!parent) return void whisper(shell, at, couldNotRead());
    }
    const found = arrivalOfMention(mention, body.event_id, parent, around);
    if (found) await receive(house, found.arrival, found.keys);
    else if (await house.stores.once(`mention:${body.event_id}`)) void whisper(shell, at, nothingToCheck());
  });
}

/** The first post of a thread. Undefined when Slack says that we may not see it; rejects when Slack is out of reach. */
async function parentOf({ client }: Shell, channel: string, ts: string): Promise<SlackMessage | undefined> {
  try {
    const { messages } = await calling(() => client.conversations.replies({ channel, ts, limit: 1, inclusive: true }));
    return slackMessage.safeParse(messages?.find((message) => message.ts === ts)).data;
  } catch (error) {
    if (slackError(error) === undefined) throw error;
    return undefined;
  }
}
