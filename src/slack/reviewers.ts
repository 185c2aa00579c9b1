import type { webApi } from '@slack/bolt';
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
  options: { team: string; reviewers: readonly string[]; securityChannel?: string; now?: () => number },
): Reviewers {
  const { team, reviewers, securityChannel, now = Date.now } = options;
  const users = new Set(reviewers.filter((id) => !id.startsWith('S')));
  const groups = reviewers.filter((id) => id.startsWith('S'));
  const kept = new Map<string, { at: number; members: Promise<ReadonlySet<string>> }>();

  const within = (key: string, read: () => Promise<ReadonlySet<string>>): Promise<ReadonlySet<string>> => {
    const known = kept.get(key);
    if (known && now() - known.at < KEPT_MS) return known.members;
    const members = read();
    kept.set(key, { at: now(), members });
    // A failure is not remembered: the next press asks again.
    members.catch(() => kept.delete(key));
    return members;
  };

  const ofGroup = async (usergroup: string): Promise<ReadonlySet<string>> => {
    const found = await calling(() => client.usergroups.users.list({ usergroup }));
    return new Set(found.users ?? []);
  };

  const ofChannel = async (channel: string): Promise<ReadonlySet<string>> => {
    const members = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const found = await calling(() =>
        client.conversations.members({ channel, limit: 200, ...(cursor && { cursor }) }),
      );
      for (const member of found.members ?? []) members.add(member);
      cursor = found.response_metadata?.next_cursor;
      if (!cursor) break;
    }
    return members;
  };

  return {
    async mayReview(user, userTeam) {
      if (userTeam !== team) return false;
      if (users.has(user)) return true;
      for (const group of groups) if ((await within(group, () => ofGroup(group))).has(user)) return true;
      if (reviewers.length > 0 || !securityChannel) return false;
      return (await within(securityChannel, () => ofChannel(securityChannel))).has(user);
    },
  };
}
