import type { webApi } from '@slack/bolt';
import type { Keyv } from 'keyv';
import { calling } from './web-client.ts';

export interface Reviewers {
  /** Whether this person may claim and decide. Rejects when Slack cannot tell: then nobody may. */
  mayReview(user: string, team: string | undefined): Promise<boolean>;
}

const KEPT_MS = 60_000;
const MOST_PAGES = 20;

/**
 * Reviewers are the users and user groups of REVIEWERS, else the members of the security channel. A button is seen by
 * whoever sees the card, people of other workspaces in a shared channel included: those never review.
 */
export function openReviewers(
  client: webApi.WebClient,
  options: { team: string; reviewers: readonly string[]; securityChannel?: string; cache: Keyv },
): Reviewers {
  const { team, reviewers, securityChannel, cache } = options;
  const users = new Set(reviewers.filter((id) => !id.startsWith('S')));
  const groups = reviewers.filter((id) => id.startsWith('S'));

  /** Asked of Slack once a minute at most. A failure is not remembered: the next press asks again. */
  const within = async (id: string, read: () => Promise<string[]>): Promise<readonly string[]> => {
    const known = await cache.get<string[]>(id);
    if (known) return known;
    const members = await read();
    await cache.set(id, members, KEPT_MS);
    return members;
  };

  const ofGroup = async (usergroup: string): Promise<string[]> => {
    const found = await calling(() => client.usergroups.users.list({ usergroup }));
    return found.users ?? [];
  };

  const ofChannel = async (channel: string): Promise<string[]> => {
    const members: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const found = await calling(() =>
        client.conversations.members({ channel, limit: 200, ...(cursor && { cursor }) }),
      );
      members.push(...(found.members ?? []));
      cursor = found.response_metadata?.next_cursor;
      if (!cursor) break;
    }
    return members;
  };

  return {
    async mayReview(user, userTeam) {
      if (userTeam !== team) return false;
      if (users.has(user)) return true;
      for (const group of groups) if ((await within(group, () => ofGroup(group))).includes(user)) return true;
      if (reviewers.length > 0 || !securityChannel) return false;
      return (await within(securityChannel, () => ofChannel(securityChannel))).includes(user);
    },
  };
}
