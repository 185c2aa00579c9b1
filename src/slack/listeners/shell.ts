import type { RespondFn, webApi } from '@slack/bolt';
import type { House } from '../../cases/house.ts';
import { reasonOf } from '../../errors.ts';
import type { Sentences } from '../../explain.ts';
import type { Source } from '../../intel/sources.ts';
import type { Surroundings } from '../arrivals.ts';
import type { Post } from '../blocks/kit.ts';
import { notReviewer, reviewersUnknown } from '../blocks/notices.ts';
import type { Target } from '../posts.ts';
import type { Reviewers } from '../reviewers.ts';
import { calling } from '../web-client.ts';

/** What all listeners share. */
export interface Shell {
  house: House;
  around: Surroundings;
  reviewers: Reviewers;
  client: webApi.WebClient;
  sentences: Sentences;
  /** What is asked about reports, and how it stands. */
  sources(): Promise<Source[]>;
}

/** A post that only one person sees, as an acknowledgement or an answer to a response_url takes it. */
export function onlyForYou(post: Post) {
  return {
    response_type: 'ephemeral' as const,
    replace_original: false,
    text: post.text,
    blocks: post.blocks,
    unfurl_links: false,
    unfurl_media: false,
  };
}

/** Says something to one person in a channel, or in the direct messages that they wrote in. Failing is no failure. */
export async function whisper(shell: Shell, to: Target & { user: string }, post: Post): Promise<void> {
  const { client, house } = shell;
  const common = {
    channel: to.channel,
    text: post.text,
    blocks: post.blocks,
    ...(to.thread && { thread_ts: to.thread }),
  };
  try {
    if (to.channel.startsWith('D')) {
      await calling(() => client.chat.postMessage({ ...common, unfurl_links: false, unfurl_media: false }));
    } else {
      await calling(() => client.chat.postEphemeral({ ...common, user: to.user }));
    }
  } catch (error) {
    house.log.warn({ channel: to.channel, reason: reasonOf(error) }, 'a hint could not be said');
  }
}

/** Answers a press, to the person who pressed. */
export async function reply(shell: Shell, respond: RespondFn, post: Post, thread?: string): Promise<void> {
  try {
    await respond({ ...onlyForYou(post), ...(thread && { thread_ts: thread }) });
  } catch (error) {
    shell.house.log.warn({ reason: reasonOf(error) }, 'a press could not be answered');
  }
}

interface Presser {
  user: { id: string; team_id?: string };
  team?: { id: string } | null;
}

/** Why this person may not review; undefined when they may. */
export async function refusalFor(shell: Shell, { user, team }: Presser): Promise<Post | undefined> {
  try {
    return (await shell.reviewers.mayReview(user.id, user.team_id ?? team?.id)) ? undefined : notReviewer();
  } catch (error) {
    shell.house.log.error({ reason: reasonOf(error) }, 'the reviewers could not be looked up');
    return reviewersUnknown();
  }
}
